package org.mxcensus.analyzer.judge;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.datasets.observation.CertificateObservation;

/// Certificates by their digest.
public interface Certificates {

    /// @param sha256 lower-case hexadecimal
    /// @return the DER; empty where the certificate is not stored
    Optional<byte[]> der(String sha256);

    static Certificates of(Collection<CertificateObservation> seen) {
        Map<String, byte[]> bySha = seen.stream()
                .collect(Collectors.toMap(
                        CertificateObservation::sha256, CertificateObservation::der, (one, same) -> one));
        return sha256 -> Optional.ofNullable(bySha.get(sha256));
    }
}
