package org.mxcensus.crawler.tls;

import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.internal.tcnative.SSL;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.records.Sha256;

/// Reads from an engine what was negotiated. Only on its event loop, as long as the channel is open: the native
/// session is freed with it.
final class SessionFacts {

    private SessionFacts() {}

    /// @param flight what the server sent during the handshake, as it came
    /// @param secret the server's handshake traffic secret, where one was told
    static Handshake.Established of(SSLEngine engine, byte[] flight, byte @Nullable [] secret) {
        SSLSession session = engine.getSession();
        List<CertificateObservation> certificates =
                Stream.of(sent(session)).map(SessionFacts::observation).toList();
        // Java keeps the prefix of SSL 3.0 for some old suites; IANA's registry knows only TLS_.
        String cipher = session.getCipherSuite().replaceFirst("^SSL_", "TLS_");
        TlsSession facts = new TlsSession(
                session.getProtocol(),
                cipher,
                group(engine),
                ServerFlight.scheme(flight, session.getProtocol(), cipher, secret),
                certificates.stream().map(CertificateObservation::sha256).toList());
        return new Handshake.Established(facts, certificates);
    }

    private static Certificate[] sent(SSLSession session) {
        try {
            return session.getPeerCertificates();
        } catch (SSLPeerUnverifiedException e) {
            // A suite without certificates.
            return new Certificate[0];
        }
    }

    private static Optional<String> group(SSLEngine engine) {
        if (!(engine instanceof ReferenceCountedOpenSslEngine boring)) {
            return Optional.empty();
        }
        try {
            // Null for key transport by RSA, which has no group.
            return Optional.ofNullable(SSL.getGroupName(boring.sslPointer()));
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private static CertificateObservation observation(Certificate certificate) {
        try {
            return observation(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was sent cannot be written down", e);
        }
    }

    static CertificateObservation observation(byte[] der) {
        return new CertificateObservation(Sha256.of(der), der);
    }
}
