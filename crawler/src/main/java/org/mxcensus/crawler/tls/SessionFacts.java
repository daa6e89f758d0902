package org.mxcensus.crawler.tls;

import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.internal.tcnative.SSL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.TlsSession;

/// Reads from an engine what was negotiated. Only on its event loop, as long as the channel is open: the native
/// session is freed with it.
final class SessionFacts {

    private SessionFacts() {}

    static Handshake.Established of(SSLEngine engine) {
        SSLSession session = engine.getSession();
        List<CertificateObservation> certificates =
                Stream.of(sent(session)).map(SessionFacts::observation).toList();
        TlsSession facts = new TlsSession(
                session.getProtocol(),
                // Java keeps the prefix of SSL 3.0 for some old suites; IANA's registry knows only TLS_.
                session.getCipherSuite().replaceFirst("^SSL_", "TLS_"),
                group(engine),
                // Neither library tells the scheme of the server's signature.
                Optional.empty(),
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
            byte[] der = certificate.getEncoded();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
            return new CertificateObservation(HexFormat.of().formatHex(digest), der);
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a certificate that was sent cannot be written down", e);
        }
    }
}
