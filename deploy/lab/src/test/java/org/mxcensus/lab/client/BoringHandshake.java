package org.mxcensus.lab.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.internal.tcnative.SSL;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/// A TLS handshake by BoringSSL over a plain socket, for what the JDK does not do: old versions, other groups, long
/// chains. It trusts everything.
public final class BoringHandshake {

    private static final String[] GROUPS = {"X25519MLKEM768", "X25519", "P-256", "P-384"};
    private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1");
    private static final int ALERT = 21;
    private static final int ALERT_LENGTH = 7;

    private BoringHandshake() {}

    /// The server's alert, as it stands on the wire.
    public static final class Alerted extends IOException {
        private static final long serialVersionUID = 1L;
        private final int code;

        Alerted(int code) {
            super("alert " + code);
            this.code = code;
        }

        /// Whether it is none of the closure alerts (RFC 8446 §6.1).
        public boolean isError() {
            return code != 0 && code != 90;
        }

        /// Its number in RFC 8446 §6.
        public int code() {
            return code;
        }
    }

    /// What came of it.
    ///
    /// @param group by BoringSSL's name; empty for key transport
    public record Seen(String version, String suite, String group, List<X509Certificate> chain) {}

    /// @param sni sent where it is not empty
    /// @param chainBytes the longest chain that is read
    /// @param suites by the names that Java uses; none for all
    public static Seen of(Socket socket, String sni, int chainBytes, String... suites) throws Exception {
        SslContext context = SslContextBuilder.forClient()
                .sslProvider(SslProvider.OPENSSL_REFCNT)
                .protocols(VERSIONS)
                .ciphers(
                        suites.length == 0 ? OpenSsl.availableJavaCipherSuites() : List.of(suites),
                        SupportedCipherSuiteFilter.INSTANCE)
                .option(OpenSslContextOption.GROUPS, GROUPS)
                .option(OpenSslContextOption.MAX_CERTIFICATE_LIST_BYTES, chainBytes)
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm(null)
                .build();
        SslHandler handler = sni.isEmpty()
                ? context.newHandler(ByteBufAllocator.DEFAULT)
                : context.newHandler(ByteBufAllocator.DEFAULT, sni, -1);
        handler.setHandshakeTimeoutMillis(0);
        EmbeddedChannel channel = new EmbeddedChannel(handler);
        try {
            shakeHands(socket, channel, handler);
            return seen(handler.engine());
        } finally {
            channel.finishAndReleaseAll();
            ReferenceCountUtil.release(context);
        }
    }

    private static void shakeHands(Socket socket, EmbeddedChannel channel, SslHandler handler) throws Exception {
        byte[] buffer = new byte[1 << 16];
        Records records = new Records();
        while (true) {
            for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
                out.readBytes(socket.getOutputStream(), out.readableBytes());
                out.release();
            }
            if (handler.handshakeFuture().isDone()) {
                // Not by get(), which would wrap the cause.
                handler.handshakeFuture().syncUninterruptibly();
                return;
            }
            int read = socket.getInputStream().read(buffer);
            if (read < 0) {
                throw new ClosedChannelException();
            }
            records.follow(buffer, read);
            try {
                channel.writeInbound(Unpooled.copiedBuffer(buffer, 0, read));
            } catch (DecoderException failure) {
                throw failure.getCause() instanceof SSLException tls ? tls : failure;
            }
        }
    }

    private static Seen seen(SSLEngine engine) throws Exception {
        String group = SSL.getGroupName(((ReferenceCountedOpenSslEngine) engine).sslPointer());
        return new Seen(
                engine.getSession().getProtocol(),
                engine.getSession().getCipherSuite(),
                group == null ? "" : group,
                Stream.of(engine.getSession().getPeerCertificates())
                        .map(X509Certificate.class::cast)
                        .toList());
    }

    /// The records of a connection, wherever its reads are cut.
    private static final class Records {
        private static final int HEADER = 5;
        private final byte[] beginning = new byte[ALERT_LENGTH];
        private int seen;

        /// Before keys are agreed on, an alert is plain to see: a record of two bytes (RFC 8446 §5.1, §6).
        void follow(byte[] bytes, int count) throws Alerted {
            for (int i = 0; i < count; i++) {
                if (seen < ALERT_LENGTH) {
                    beginning[seen] = bytes[i];
                }
                seen++;
                if (seen >= HEADER && seen == HEADER + length()) {
                    if (beginning[0] == ALERT && seen == ALERT_LENGTH) {
                        throw new Alerted(beginning[ALERT_LENGTH - 1]);
                    }
                    seen = 0;
                }
            }
        }

        private int length() {
            return Byte.toUnsignedInt(beginning[3]) << 8 | Byte.toUnsignedInt(beginning[4]);
        }
    }
}
