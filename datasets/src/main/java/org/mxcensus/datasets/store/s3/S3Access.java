package org.mxcensus.datasets.store.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.mxcensus.datasets.store.UserError;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/// How object storage is reached. Who we are says the environment alone, by the default chain of Amazon's SDK
/// (variables, a profile, a role): secrets have no place on a command line.
///
/// @param endpoint of storage that is not Amazon's
/// @param pathStyle whether the bucket stands in the path and not in the host's name, as most storage of others wants
public record S3Access(Optional<URI> endpoint, boolean pathStyle) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /// Without a byte. Large objects take longer, but never are silent for so long.
    private static final Duration SILENCE = Duration.ofSeconds(30);
    /// With pauses that grow to 20 s, some two minutes of 5xx are sat out before anybody hears of them.
    private static final int ATTEMPTS = 12;

    /// A client for as long as the process lives.
    S3Client client() {
        var client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .region(region())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(pathStyle)
                        // Whole bodies: not all storage takes Amazon's own framing.
                        .chunkedEncodingEnabled(false)
                        .build())
                // The digests are ours: Content-MD5 on the way in, SHA-256 on the way out.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(ATTEMPTS)
                        // It would end patience by all requests of the process together.
                        .circuitBreakerEnabled(false)
                        .build()));
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }

    /// Storage of others has no regions, and takes any.
    private Region region() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            if (endpoint.isPresent()) {
                return Region.US_EAST_1;
            }
            throw new UserError(
                    "Nothing says in which region the bucket lies; set AWS_REGION, or name other storage with --s3-endpoint.",
                    e);
        }
    }
}
