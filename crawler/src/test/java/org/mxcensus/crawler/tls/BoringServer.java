package org.mxcensus.crawler.tls;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A TLS server on loopback that can do what the JDK's cannot: old versions and post-quantum groups.
final class BoringServer implements AutoCloseable {

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ChannelGroup open = new DefaultChannelGroup(loop.next());
    private final Alarms alarms = new Alarms();
    private final SslContext context;
    private final Channel listener;

    BoringServer(TestCertificates certificates, List<String> versions, List<String> ciphers, String... groups)
            throws Exception {
        context = SslContextBuilder.forServer(
                        certificates.key(), certificates.chain().toArray(X509Certificate[]::new))
                .sslProvider(SslProvider.OPENSSL_REFCNT)
                .protocols(versions)
                .ciphers(
                        ciphers.isEmpty() ? OpenSsl.availableJavaCipherSuites() : ciphers,
                        SupportedCipherSuiteFilter.INSTANCE)
                .option(OpenSslContextOption.GROUPS, groups)
                .build();
        listener = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        open.add(channel);
                        channel.pipeline().addLast(context.newHandler(channel.alloc()), new Inbox(alarms));
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        open.close().syncUninterruptibly();
        // Closed, they still have to hand in their engines.
        loop.submit(() -> {}).syncUninterruptibly();
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        ReferenceCountUtil.release(context);
        alarms.close();
    }
}
