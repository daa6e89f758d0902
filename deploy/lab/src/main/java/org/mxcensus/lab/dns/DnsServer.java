package org.mxcensus.lab.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.DatagramPacket;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mxcensus.lab.net.Transport;
import org.mxcensus.lab.stress.Strain;
import org.mxcensus.lab.world.World;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one server of the lab's DNS, at 127.0.0.1, over UDP and TCP at the same port.
public final class DnsServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DnsServer.class);
    private static final int MOST_TRIES = 20;
    private static final int LONGEST_MESSAGE = 65535;

    private final Transport transport;
    private final DnsCounters counters = new DnsCounters();
    private final Responder responder;
    private final Strain strain;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final InetSocketAddress address;
    private volatile boolean silent;
    private volatile boolean away;
    private Optional<ClosedPort> closed = Optional.empty();

    /// @param port the port, or 0 for a free one
    /// @param smtpPort where mail servers listen, which the owner names of TLSA records tell
    public DnsServer(Transport transport, World world, DnsMaterial material, Strain strain, int port, int smtpPort) {
        this.transport = transport;
        this.strain = strain;
        this.responder = new Responder(new Zones(world, material, smtpPort), strain, counters);
        this.address = bind(port);
    }

    public InetSocketAddress address() {
        return address;
    }

    public DnsCounters counters() {
        return counters;
    }

    /// Serves another world from now on.
    public void become(World next, DnsMaterial material, int smtpPort) {
        responder.become(new Zones(next, material, smtpPort));
    }

    /// Takes queries and answers none, until [#comeBack].
    public void fallSilent() {
        silent = true;
    }

    /// Refuses queries as a machine does on which no server runs: datagrams are answered by ICMP, connections by RST.
    /// Until [#comeBack].
    public synchronized void refuse() {
        channels.close().awaitUninterruptibly();
        closed = Optional.of(closed.orElseGet(() -> ClosedPort.at(address)));
    }

    /// Answers again, at the same port.
    public synchronized void comeBack() {
        silent = false;
        closed.ifPresent(port -> {
            port.close();
            bind(address.getPort());
        });
        closed = Optional.empty();
    }

    /// Whether nobody is there to take the query that has come.
    private boolean ignores(ChannelHandlerContext context) {
        if (silent || away) {
            return true;
        }
        Optional<Duration> absence = strain.leavesAfterQuery();
        absence.ifPresent(lasting -> {
            away = true;
            context.executor().schedule(() -> away = false, lasting.toMillis(), TimeUnit.MILLISECONDS);
        });
        return absence.isPresent();
    }

    private InetSocketAddress bind(int port) {
        ChannelFuture tcp = null;
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Channel udp = transport
                    .datagrams()
                    .handler(new Datagrams())
                    .bind(ZoneBuilder.NAMESERVER_ADDRESS, port)
                    .syncUninterruptibly()
                    .channel();
            tcp = transport
                    .server()
                    .childHandler(new Connections())
                    .bind(udp.localAddress())
                    .awaitUninterruptibly();
            if (tcp.isSuccess()) {
                channels.add(udp);
                channels.add(tcp.channel());
                return (InetSocketAddress) udp.localAddress();
            }
            // A port free for UDP may be taken for TCP: choose again.
            udp.close().syncUninterruptibly();
        }
        throw new UncheckedIOException(
                "no port is free for DNS over both UDP and TCP", new IOException(tcp == null ? null : tcp.cause()));
    }

    @Override
    public synchronized void close() {
        closed.ifPresent(ClosedPort::close);
        channels.close().awaitUninterruptibly();
    }

    @Sharable
    private final class Datagrams extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            if (ignores(context)) {
                return;
            }
            responder
                    .respond(ByteBufUtil.getBytes(packet.content()), true)
                    .ifPresent(response ->
                            context.write(new DatagramPacket(Unpooled.wrappedBuffer(response), packet.sender())));
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.warn("A DNS query over UDP met a fault of the lab's", cause);
        }
    }

    private final class Connections extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel connection) {
            channels.add(connection);
            connection
                    .pipeline()
                    .addLast(new LengthFieldBasedFrameDecoder(LONGEST_MESSAGE, 0, 2, 0, 2))
                    .addLast(new LengthFieldPrepender(2))
                    .addLast(new Messages());
        }
    }

    private final class Messages extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
            if (ignores(context)) {
                return;
            }
            responder
                    .respond(ByteBufUtil.getBytes(message), false)
                    .ifPresent(response -> context.writeAndFlush(Unpooled.wrappedBuffer(response)));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            // Clients come and go; only what is not about their connection is a fault of the lab's.
            if (!(cause instanceof IOException)) {
                LOG.warn("A DNS query over TCP met a fault of the lab's", cause);
            }
            context.close();
        }
    }
}
