package org.mxcensus.crawler.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.HandshakeMessageInput;
import org.bouncycastle.tls.HandshakeType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsClientProtocol;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.TlsSession;

/// Bouncy Castle's protocol, with an eye on the messages that pass: the library tells less than they do.
final class SecondProtocol extends TlsClientProtocol {

    private static final int NAMED_CURVE = 3;

    private final SecondPeer peer;
    private byte[] certificate = {};
    private byte[] keyExchange = {};
    private byte[] proof = {};

    SecondProtocol(SecondPeer peer) {
        this.peer = peer;
    }

    /// Speaks first.
    void connect() throws IOException {
        connect(peer);
    }

    @Override
    protected void handleHandshakeMessage(short type, HandshakeMessageInput body) throws IOException {
        switch (type) {
            case HandshakeType.certificate -> certificate = copy(body);
            case HandshakeType.server_key_exchange -> keyExchange = copy(body);
            case HandshakeType.certificate_verify -> proof = copy(body);
            default -> {
                // The library's own.
            }
        }
        super.handleHandshakeMessage(type, body);
    }

    private static byte[] copy(HandshakeMessageInput body) throws IOException {
        byte[] bytes = body.readAllBytes();
        // The beginning is that of the message's header, which the library has read already.
        body.reset();
        body.skipNBytes(body.available() - bytes.length);
        return bytes;
    }

    /// After the handshake.
    Handshake.Established facts() {
        SecurityParameters session = peer.session();
        boolean tls13 = ProtocolVersion.TLSv13.equals(session.getNegotiatedVersion());
        String cipher = SecondSuites.name(session.getCipherSuite());
        List<CertificateObservation> chain = chain(tls13);
        return new Handshake.Established(
                new TlsSession(
                        version(session.getNegotiatedVersion()),
                        cipher,
                        group(cipher),
                        tls13 ? scheme(ByteBuffer.wrap(proof)) : signedKeys(session.getNegotiatedVersion(), cipher),
                        chain.stream().map(CertificateObservation::sha256).toList()),
                chain);
    }

    /// As Java calls it.
    private static String version(ProtocolVersion version) {
        return ProtocolVersion.TLSv10.equals(version)
                ? "TLSv1"
                : version.getName().replace("TLS ", "TLSv");
    }

    // RFC 5246 §7.4.2, RFC 8446 §4.4.2: the library's own parser would write them anew.
    private List<CertificateObservation> chain(boolean tls13) {
        List<CertificateObservation> chain = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(certificate);
        if (!in.hasRemaining()) {
            return chain;
        }
        in.position(tls13 ? 1 + (in.get() & 0xff) : 0);
        take(in, 3);
        while (in.hasRemaining()) {
            byte[] der = new byte[number(in, 3)];
            in.get(der);
            chain.add(SessionFacts.observation(der));
            if (tls13) {
                take(in, number(in, 2));
            }
        }
        return chain;
    }

    private Optional<String> signedKeys(ProtocolVersion version, String cipher) {
        if (!ProtocolVersion.TLSv12.equals(version) || cipher.contains("anon")) {
            return Optional.empty();
        }
        return afterKeys().flatMap(SecondProtocol::scheme);
    }

    /// The message with the server's ephemeral key (RFC 5246 §7.4.3, RFC 8422 §5.4), from its signature on.
    private Optional<ByteBuffer> afterKeys() {
        ByteBuffer in = ByteBuffer.wrap(keyExchange);
        if (!in.hasRemaining()) {
            return Optional.empty();
        }
        if (isCurve()) {
            take(in, 3);
            take(in, number(in, 1));
        } else {
            for (int parameter = 0; parameter < 3; parameter++) {
                take(in, number(in, 2));
            }
        }
        return Optional.of(in);
    }

    private static Optional<String> scheme(ByteBuffer in) {
        return in.remaining() < 2 ? Optional.empty() : Optional.of(SignatureSchemes.name(number(in, 2)));
    }

    /// A curve by the name that BoringSSL gives it, `DH-1024` for a finite field of that size.
    private Optional<String> group(String cipher) {
        if (keyExchange.length < 3) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(keyExchange);
        if (cipher.startsWith("TLS_ECDH")) {
            return isCurve() ? Optional.of(curve(in.getShort(1) & 0xffff)) : Optional.empty();
        }
        byte[] prime = new byte[number(in, 2)];
        in.get(prime);
        return Optional.of("DH-" + new BigInteger(1, prime).bitLength());
    }

    private boolean isCurve() {
        return SecondSuites.name(peer.session().getCipherSuite()).startsWith("TLS_ECDH")
                && keyExchange[0] == NAMED_CURVE;
    }

    private static String curve(int code) {
        return switch (code) {
            case 23 -> "P-256";
            case 24 -> "P-384";
            case 25 -> "P-521";
            case 29 -> "X25519";
            case 30 -> "X448";
            default -> "0x%04x".formatted(code);
        };
    }

    private static int number(ByteBuffer in, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | (in.get() & 0xff);
        }
        return number;
    }

    private static void take(ByteBuffer in, int bytes) {
        if (bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + bytes);
    }
}
