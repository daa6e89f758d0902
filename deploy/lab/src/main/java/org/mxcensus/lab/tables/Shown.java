package org.mxcensus.lab.tables;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.records.Sha256;

/// A chain that a server shows, in the form of the tables.
///
/// @param chain its own certificate first
/// @param keyDigest SHA-256 of its own key
record Shown(List<CertificateObservation> chain, String keyDigest) {

    static Shown of(List<X509Certificate> certificates) {
        return new Shown(
                certificates.stream().map(Shown::observed).toList(),
                Sha256.of(certificates.getFirst().getPublicKey().getEncoded()));
    }

    List<String> digests() {
        return chain.stream().map(CertificateObservation::sha256).toList();
    }

    /// The record `3 1 1` that fits, or that of a key long gone.
    TlsaRecord tlsa(boolean right) {
        return new TlsaRecord(3, 1, 1, right ? keyDigest : Sha256.of(new byte[] {0}));
    }

    private static CertificateObservation observed(X509Certificate certificate) {
        try {
            byte[] der = certificate.getEncoded();
            return new CertificateObservation(Sha256.of(der), der);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a certificate of the lab cannot be written", impossible);
        }
    }
}
