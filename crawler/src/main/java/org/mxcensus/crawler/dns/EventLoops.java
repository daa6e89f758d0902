package org.mxcensus.crawler.dns;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.mxcensus.datasets.store.UserError;

/// The event loop of the DNS, on epoll where there is one. A single thread: it only moves bytes, while
/// parsing and waiting happen in the callers' threads; and what one thread owns needs no lock.
final class EventLoops implements AutoCloseable {

    /// The largest datagram that we ask for is 1232 bytes; more than a frame carries is not read.
    private static final int LARGEST_DATAGRAM = 1500;

    /// Datagrams that one system call takes in (recvmmsg).
    private static final int BATCH = 64;

    /// Room in the kernel for answers that come while the loop is busy; the kernel grants what it allows.
    private static final int RECEIVE_BUFFER = 4 << 20;

    private final boolean epoll;
    private final MultiThreadIoEventLoopGroup group;

    EventLoops() {
        this(Epoll.isAvailable());
    }

    EventLoops(boolean epoll) {
        this.epoll = epoll;
        IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        this.group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("dns", true), handlers);
    }

    /// @throws UserError where the kernel knows no way to that address
    Channel connectDatagrams(InetSocketAddress server, ChannelHandler handler) {
        Bootstrap bootstrap = new Bootstrap()
                .group(group)
                .channelFactory(datagramChannels(server))
                .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM * BATCH))
                .handler(handler);
        if (epoll) {
            bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, LARGEST_DATAGRAM);
        }
        ChannelFuture connected = bootstrap.connect(server).awaitUninterruptibly();
        if (!connected.isSuccess()) {
            throw new UserError(
                    "The resolver " + Addresses.text(server)
                            + " cannot be reached from here; give another with --resolver HOST:PORT.",
                    connected.cause());
        }
        return connected.channel();
    }

    ChannelFuture connectStream(InetSocketAddress server, Duration within, ChannelHandler handler) {
        return new Bootstrap()
                .group(group)
                .channelFactory(streamChannels())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, within.toMillis()))
                .handler(handler)
                .connect(server);
    }

    /// @throws CancellationException after [#close]
    void execute(Runnable task) {
        try {
            group.execute(task);
        } catch (RejectedExecutionException e) {
            throw new CancellationException("the DNS client is closed");
        }
    }

    /// From the loop's own thread.
    ///
    /// @param nanos from now
    void schedule(Runnable task, long nanos) {
        group.next().schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private ChannelFactory<DatagramChannel> datagramChannels(InetSocketAddress server) {
        SocketProtocolFamily family =
                server.getAddress() instanceof Inet4Address ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
        return () -> epoll ? new EpollDatagramChannel(family) : new NioDatagramChannel(family);
    }

    private ChannelFactory<SocketChannel> streamChannels() {
        return () -> epoll ? new EpollSocketChannel() : new NioSocketChannel();
    }
}
