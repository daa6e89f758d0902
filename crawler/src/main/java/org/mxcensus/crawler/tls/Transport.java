package org.mxcensus.crawler.tls;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.concurrent.TimeUnit;

/// The event loops under all TCP connections of a process, epoll where there is one, NIO elsewhere; and their alarms.
public final class Transport implements AutoCloseable {

    /// A reply rarely fills 2 KiB, and a TLS record never exceeds 16 KiB by much (RFC 8446 §5.1).
    private static final AdaptiveRecvByteBufAllocator BLOCKS = new AdaptiveRecvByteBufAllocator(256, 2048, 16_640);

    private final EventLoopGroup loops;
    private final Class<? extends SocketChannel> channels;
    private final Alarms alarms = new Alarms();

    private Transport(EventLoopGroup loops, Class<? extends SocketChannel> channels) {
        this.loops = loops;
        this.channels = channels;
    }

    /// @param threads event loops; one for each core that TLS may take is plenty
    public static Transport open(int threads) {
        return Epoll.isAvailable()
                ? new Transport(
                        new MultiThreadIoEventLoopGroup(threads, EpollIoHandler.newFactory()), EpollSocketChannel.class)
                : ofNio(threads);
    }

    /// The fallback, for machines without epoll.
    static Transport ofNio(int threads) {
        return new Transport(
                new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory()), NioSocketChannel.class);
    }

    Bootstrap bootstrap() {
        return new Bootstrap()
                .group(loops)
                .channel(channels)
                .option(ChannelOption.TCP_NODELAY, true)
                // Bytes are fetched when somebody asks for them: a peer that never stops fills its own buffers.
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.RECVBUF_ALLOCATOR, BLOCKS);
    }

    Alarms alarms() {
        return alarms;
    }

    /// Ends the event loops; connections still open are cut off.
    @Override
    public void close() {
        alarms.close();
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
