package org.mxcensus.analyzer.judge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.records.X509Facts;

/// Certificates by their digest.
public interface Certificates {

    /// @param sha256 lower-case hexadecimal
    /// @return the DER; empty where the certificate is not stored
    Optional<byte[]> der(String sha256);

    /// The authorities of this name, though the roots among them need not be there. Each is a DER.
    ///
    /// @param subject in the form of RFC 2253, as table `certificates` has it
    /// @return a few at most
    default List<byte[]> authorities(String subject) {
        return List.of();
    }

    static Certificates of(Collection<CertificateObservation> seen) {
        Map<String, byte[]> bySha = seen.stream()
                .collect(Collectors.toMap(
                        CertificateObservation::sha256, CertificateObservation::der, (one, same) -> one));
        Map<String, List<byte[]>> authorities = bySha.values().stream()
                .filter(der -> X509Facts.of(der).authority().orElse(false))
                .collect(
                        Collectors.groupingBy(der -> X509Facts.of(der).subject().orElse("")));
        return new Certificates() {
            @Override
            public Optional<byte[]> der(String sha256) {
                return Optional.ofNullable(bySha.get(sha256));
            }

            @Override
            public List<byte[]> authorities(String subject) {
                return authorities.getOrDefault(subject, List.of());
            }
        };
    }
}
