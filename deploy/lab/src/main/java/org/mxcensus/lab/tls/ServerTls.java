package org.mxcensus.lab.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.mxcensus.lab.world.TlsGroup;
import org.mxcensus.lab.world.TlsSupport;

/// Makes TLS handlers for accepted connections. A context serves all hosts that speak alike; it is made when the
/// first of them is called.
public final class ServerTls implements AutoCloseable {

    private final Identities identities;
    private final SslProvider provider;
    private final ChosenKeys keys = new ChosenKeys();
    private final Map<Manner, SslContext> contexts = new ConcurrentHashMap<>();

    private record Manner(TlsSupport support, TlsGroup group) {}

    public ServerTls(Identities identities) {
        this(identities, OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK);
    }

    ServerTls(Identities identities, SslProvider provider) {
        this.identities = identities;
        this.provider = provider;
    }

    /// A handler for one connection.
    ///
    /// @param server handed to [Identities#find]
    public ChannelHandler handler(String server, TlsSupport support, TlsGroup group) {
        Manner manner = new Manner(support, group);
        return new HelloReader((context, hello) -> handler(context.alloc(), server, manner, hello));
    }

    private SslHandler handler(ByteBufAllocator allocator, String server, Manner manner, ClientHello hello) {
        String alias = identities.find(server, hello).map(keys::alias).orElse("nobody");
        return contexts.computeIfAbsent(manner, this::context).newHandler(allocator, alias, 1);
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

    private SslContext context(Manner manner) {
        // BoringSSL has no Diffie-Hellman over finite fields.
        boolean jdk = provider == SslProvider.JDK || manner.support() == TlsSupport.DHE;
        SslContextBuilder builder = SslContextBuilder.forServer(keys)
                .sslProvider(jdk ? SslProvider.JDK : provider)
                .protocols(manner.support().protocols())
                // Each probe is to be a whole handshake.
                .sessionCacheSize(1)
                .sessionTimeout(1);
        if (!manner.support().suites().isEmpty()) {
            builder.ciphers(manner.support().suites());
        }
        if (!jdk) {
            builder.option(OpenSslContextOption.GROUPS, manner.group().names());
        }
        try {
            return builder.build();
        } catch (SSLException impossible) {
            throw new IllegalStateException("no TLS for " + manner, impossible);
        }
    }
}
