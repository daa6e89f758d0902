package org.mxcensus.crawler.tls;

import java.util.List;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.TlsSession;

/// What became of a TLS handshake.
public sealed interface Handshake {

    /// @param certificates as sent, the leaf first
    record Established(TlsSession session, List<CertificateObservation> certificates) implements Handshake {
        public Established {
            certificates = List.copyOf(certificates);
        }
    }

    /// @param detail the alert's name (RFC 8446 §6), or what the TLS library said
    record Failed(HandshakeFailure cause, String detail) implements Handshake {}
}
