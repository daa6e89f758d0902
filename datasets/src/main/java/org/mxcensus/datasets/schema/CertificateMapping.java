package org.mxcensus.datasets.schema;

import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.records.X509Facts;

/// Table `certificates`: a [CertificateObservation] with what its DER says, spread over the columns of a
/// [CertificateRow].
public final class CertificateMapping {

    private CertificateMapping() {}

    public static CertificateRow toRow(CertificateObservation seen) {
        var facts = X509Facts.of(seen.der());
        @Nullable
        Integer keySize = facts.keySize().isPresent() ? facts.keySize().getAsInt() : null;
        return new CertificateRow(
                seen.sha256(),
                Binary.fromConstantByteArray(seen.der()),
                facts.subject().orElse(null),
                facts.issuer().orElse(null),
                Stream.concat(facts.dnsNames().stream(), facts.ipAddresses().stream())
                        .toList(),
                facts.commonNames(),
                facts.notBefore().orElse(null),
                facts.notAfter().orElse(null),
                facts.keyAlgorithm().orElse(null),
                keySize,
                facts.signatureAlgorithm().orElse(null),
                facts.spkiSha256().orElse(null),
                facts.serial().orElse(null),
                facts.authority().orElse(null),
                facts.caIssuers());
    }

    public static CertificateObservation toObservation(CertificateRow row) {
        return new CertificateObservation(row.sha256(), row.der().getBytes());
    }
}
