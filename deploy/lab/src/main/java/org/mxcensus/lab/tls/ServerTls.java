package org.mxcensus.lab.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.mxcensus.lab.world.TlsSupport;

/// Makes TLS handlers for accepted connections.
public final class ServerTls implements AutoCloseable {

    private final Map<TlsSupport, SslContext> contexts = new EnumMap<>(TlsSupport.class);

    public ServerTls(Identities identities) {
        this(identities, OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK);
    }

    ServerTls(Identities identities, SslProvider provider) {
        for (TlsSupport support : TlsSupport.values()) {
            contexts.put(support, context(identities, support, provider));
        }
    }

    /// A handler for one connection.
    ///
    /// @param server handed to [Identities#find]
    public SslHandler handler(ByteBufAllocator allocator, String server, TlsSupport support) {
        // The peer of a server's engine means nothing to TLS; here it carries the server's own place to the choice of
        // the certificate.
        return Objects.requireNonNull(contexts.get(support)).newHandler(allocator, server, 1);
    }

    /// The server name that a client asked for, lower case (RFC 6066 §3).
    ///
    /// @param session of a server's side; null where there is none yet
    public static Optional<String> named(@Nullable SSLSession session) {
        return session instanceof ExtendedSSLSession extended
                ? extended.getRequestedServerNames().stream()
                        .filter(SNIHostName.class::isInstance)
                        .map(name -> ((SNIHostName) name).getAsciiName().toLowerCase(Locale.ROOT))
                        .findFirst()
                : Optional.empty();
    }

    /// Gives back what BoringSSL holds outside the heap; every connection must be closed by then.
    @Override
    public void close() {
        contexts.values().forEach(ReferenceCountUtil::release);
        contexts.clear();
    }

    private static SslContext context(Identities identities, TlsSupport support, SslProvider provider) {
        try {
            return SslContextBuilder.forServer(new NamedKeyManager(identities))
                    .sslProvider(provider)
                    .protocols(support.protocols())
                    // Each probe is to be a whole handshake.
                    .sessionCacheSize(1)
                    .sessionTimeout(1)
                    .build();
        } catch (SSLException impossible) {
            throw new IllegalStateException("no TLS for " + support, impossible);
        }
    }
}
