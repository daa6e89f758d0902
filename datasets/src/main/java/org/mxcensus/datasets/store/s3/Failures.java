package org.mxcensus.datasets.store.s3;

import java.util.Locale;
import java.util.Objects;
import org.mxcensus.datasets.store.UserError;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What is wrong with object storage, in a sentence.
///
/// @param location which the user knows
record Failures(S3Location location) {

    UserError of(SdkException e) {
        return new UserError(
                switch (e) {
                    case NoSuchBucketException none ->
                        "There is no bucket %s; make it, or name another with --data.".formatted(location.bucket());
                    case S3Exception refused
                    when refused.statusCode() == 401 || refused.statusCode() == 403 ->
                        "%s refuses us (%s); look after the credentials that AWS_ACCESS_KEY_ID, AWS_PROFILE or this machine's role gives, and what they allow."
                                .formatted(location, reason(refused));
                    case S3Exception answer ->
                        "%s answers %d (%s); try again later.".formatted(location, answer.statusCode(), reason(answer));
                    case SdkException unknown
                    when lacksCredentials(unknown) ->
                        "There are no credentials for %s; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give this machine a role."
                                .formatted(location);
                    case SdkException away ->
                        "Cannot reach %s (%s); mend the network, or name the right storage with --s3-endpoint."
                                .formatted(location, firstLine(away));
                },
                e);
    }

    /// Storage that overwrites where it was asked not to would lose what others have measured.
    UserError overwrites() {
        return new UserError(
                "%s overwrites objects though it was asked not to (If-None-Match), so a crawl cannot be shared there; take storage that knows conditional writes, or a directory."
                        .formatted(location));
    }

    UserError damaged(String name) {
        return new UserError(
                "%s in %s is not what was stored there (its SHA-256 differs); restore it, or finish the crawl anew."
                        .formatted(name, location));
    }

    private static boolean lacksCredentials(SdkException e) {
        return firstLine(e).toLowerCase(Locale.ROOT).contains("load credentials");
    }

    private static String reason(S3Exception e) {
        if (e.awsErrorDetails() != null && e.awsErrorDetails().errorCode() != null) {
            return e.awsErrorDetails().errorCode();
        }
        return firstLine(e);
    }

    private static String firstLine(SdkException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
    }
}
