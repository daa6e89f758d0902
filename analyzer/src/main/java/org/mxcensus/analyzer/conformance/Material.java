package org.mxcensus.analyzer.conformance;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.records.Sha256;

/// The certificates of a suite.
///
/// @param table base64 of DER, by name
public record Material(Map<String, String> table) {
    public Material {
        table = Map.copyOf(table);
    }

    /// The digests of a chain, in its order.
    ///
    /// @param chain names in the table, or base64 of the DER itself
    List<String> digests(List<String> chain) {
        return chain.stream()
                .map(this::certificate)
                .map(CertificateObservation::sha256)
                .toList();
    }

    /// All the certificates of these chains.
    Certificates certificates(Collection<List<String>> chains) {
        List<CertificateObservation> seen = new ArrayList<>();
        chains.forEach(chain -> chain.forEach(one -> seen.add(certificate(one))));
        return Certificates.of(seen);
    }

    /// @throws IllegalArgumentException where it is no certificate
    X509Certificate parsed(String reference) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(certificate(reference).der()));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("\"" + reference + "\" is no certificate in X.509", e);
        }
    }

    /// @throws IllegalArgumentException where it is neither in the table nor base64
    CertificateObservation certificate(String reference) {
        String text = table.getOrDefault(reference, reference);
        try {
            byte[] der = Base64.getDecoder().decode(text);
            return new CertificateObservation(Sha256.of(der), der);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + reference + "\" is no name in \"certificates\" and no base64 of a certificate", e);
        }
    }
}
