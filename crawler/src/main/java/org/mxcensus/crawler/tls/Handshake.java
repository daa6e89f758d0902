package org.mxcensus.crawler.tls;

import java.util.List;
import java.util.Optional;
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

    /// @param alert the name of the alert received (RFC 8446 §6)
    /// @param detail what the TLS library said where the reason is our own side's
    record Failed(HandshakeFailure cause, Optional<String> alert, String detail) implements Handshake {

        static Failed by(HandshakeFailure cause) {
            return new Failed(cause, Optional.empty(), "");
        }

        static Failed byAlert(String name) {
            return new Failed(HandshakeFailure.ALERT, Optional.of(name), "");
        }
    }
}
