package org.mxcensus.lab.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/// The threads that all servers of a lab share.
public final class Transport implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int DATAGRAM_BUFFER = 4 << 20;

    private final boolean epoll = Epoll.isAvailable();
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            new DefaultThreadFactory("lab", true),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());

    /// A server that accepts connections, without a handler yet.
    public ServerBootstrap server() {
        return new ServerBootstrap()
                .group(loops)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true);
    }

    /// A datagram socket, without a handler yet.
    public Bootstrap datagrams() {
        return new Bootstrap()
                .group(loops)
                .channel(epoll ? EpollDatagramChannel.class : NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, DATAGRAM_BUFFER)
                .option(ChannelOption.SO_SNDBUF, DATAGRAM_BUFFER);
    }

    /// Ends all threads; every channel must be closed by then.
    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
