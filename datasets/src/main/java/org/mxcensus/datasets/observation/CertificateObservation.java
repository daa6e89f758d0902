package org.mxcensus.datasets.observation;

/// A certificate as it was sent.
///
/// @param sha256 of the DER, lower-case hexadecimal
/// @param der the bytes; do not change them
@SuppressWarnings("ArrayRecordComponent") // identity is the digest
public record CertificateObservation(String sha256, byte[] der) {
    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateObservation that && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
