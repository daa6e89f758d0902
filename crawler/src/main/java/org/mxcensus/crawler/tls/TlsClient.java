package org.mxcensus.crawler.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.ReferenceCountedOpenSslContext;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The client of every first look. It meets every server as far as its library can: TLS 1.0 to 1.3, every suite, no
/// verification.
///
/// BoringSSL does it; where its native library is missing the JDK does, which costs some four times the
/// CPU, offers no post-quantum group, and tells no group.
public final class TlsClient implements Handshaker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsClient.class);

    /// What to send key shares for, most wanted first: BoringSSL sends the first two kinds of key along
    /// (draft-ietf-tls-ecdhe-mlkem, RFC 7748, FIPS 186-5).
    private static final String[] GROUPS = {"X25519MLKEM768", "X25519", "P-256", "P-384"};

    /// RFC 8996 deprecates the first two; a census sees who has nothing else.
    private static final String[] VERSIONS = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};

    /// A certificate of 1 MiB and a long chain behind it: a hundred times what is usual, so that what is unusual
    /// can be recorded. More ends the handshake with EXCESSIVE_MESSAGE_SIZE. It bounds the number of certificates
    /// too.
    private static final int MAX_CHAIN_BYTES = 1280 * 1024;

    private final SslContext context;
    private final HandshakeSecrets secrets = new HandshakeSecrets();

    private TlsClient(SslContext context) {
        this.context = context;
        if (context instanceof ReferenceCountedOpenSslContext boring) {
            secrets.listen(boring);
        }
    }

    /// @throws IllegalStateException where neither library can be set up
    public static TlsClient open() {
        if (OpenSsl.isAvailable()) {
            return new TlsClient(boringSsl());
        }
        LOG.warn(
                "TLS by the JDK: BoringSSL is not available here ({}).", String.valueOf(OpenSsl.unavailabilityCause()));
        return ofJdk();
    }

    /// The fallback, for machines without native libraries.
    static TlsClient ofJdk() {
        return new TlsClient(jdk());
    }

    private static SslContext boringSsl() {
        SslContext context = build(SslContextBuilder.forClient()
                .sslProvider(SslProvider.OPENSSL_REFCNT)
                .ciphers(OpenSsl.availableJavaCipherSuites(), SupportedCipherSuiteFilter.INSTANCE)
                .option(OpenSslContextOption.GROUPS, GROUPS)
                .option(OpenSslContextOption.MAX_CERTIFICATE_LIST_BYTES, MAX_CHAIN_BYTES));
        // A resumed session shows no certificates.
        ((OpenSslSessionContext) context.sessionContext()).setSessionCacheEnabled(false);
        return context;
    }

    private static SslContext jdk() {
        return build(SslContextBuilder.forClient().sslProvider(SslProvider.JDK));
    }

    private static SslContext build(SslContextBuilder builder) {
        try {
            return builder.protocols(VERSIONS)
                    .trustManager(Recorder.INSTANCE)
                    .endpointIdentificationAlgorithm(null)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    /// A server name is sent where it is a host name with a dot; a name of one label is not sent.
    @Override
    public void begin(Channel channel, String serverName, CompletableFuture<Handshake> result) {
        SslHandler handler = handler(channel.alloc(), serverName);
        HandshakeTap tap = new HandshakeTap();
        long session = handler.engine() instanceof ReferenceCountedOpenSslEngine boring ? boring.sslPointer() : 0;
        handler.handshakeFuture().addListener(done -> {
            byte[] secret = secrets.take(session);
            try {
                result.complete(
                        done.isSuccess()
                                ? SessionFacts.of(handler.engine(), tap.seen(), secret)
                                : Failures.handshake(done.cause()));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
            if (channel.pipeline().context(tap) != null) {
                channel.pipeline().remove(tap);
            }
        });
        channel.pipeline().addFirst(tap, handler);
    }

    /// @return how many secrets of handshakes are kept; none once all are over
    int secretsKept() {
        return secrets.kept();
    }

    private SslHandler handler(ByteBufAllocator allocator, String serverName) {
        SslHandler handler =
                serverName.isEmpty() ? context.newHandler(allocator) : context.newHandler(allocator, serverName, -1);
        // The caller keeps the time.
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }

    /// Only after all connections are closed.
    @Override
    public void close() {
        ReferenceCountUtil.release(context);
    }
}
