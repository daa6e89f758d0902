package org.mxcensus.crawler.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.PortUnreachableException;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;

/// A datagram socket connected to one resolver: the kernel drops what comes from elsewhere.
/// Everything but [#transmit] runs in the channel's event loop.
final class UdpPort extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final int IDS = 1 << 16;

    private final EventLoops loops;
    private final Server server;
    private final MessageIds ids;
    private final @Nullable Flight[] flights = new @Nullable Flight[IDS];
    /// A digest of the question that had each id last: repetitions are answered late, and ids are used again.
    private final int[] before = new int[IDS];
    private final Channel channel;
    private boolean flushIsDue;

    UdpPort(Server server, MessageIds ids, EventLoops loops) {
        this.loops = loops;
        this.server = server;
        this.ids = ids;
        this.channel = loops.connectDatagrams(server.address(), this);
    }

    void transmit(Flight flight) {
        loops.execute(() -> write(flight));
    }

    /// The ids in use are few, so the next free one is near.
    int occupy(Flight flight) {
        int id = ids.next();
        while (flights[id] != null) {
            id = id + 1 & IDS - 1;
        }
        flights[id] = flight;
        return id;
    }

    void vacate(int id) {
        Flight flight = flights[id];
        if (flight != null) {
            before[id] = flight.query().digest();
            flights[id] = null;
        }
    }

    private void write(Flight flight) {
        if (flight.hasLanded()) {
            return;
        }
        ByteBuf out = channel.alloc().directBuffer(flight.query().length());
        flight.query().writeTo(out, flight.idAt(this));
        channel.write(out).addListener(written -> {
            if (!written.isSuccess()) {
                flight.note(DnsFailure.NETWORK);
            }
        });
        // One flush for all that is waiting in the loop: they leave by one system call (sendmmsg).
        if (!flushIsDue) {
            flushIsDue = true;
            loops.execute(this::flush);
        }
    }

    private void flush() {
        flushIsDue = false;
        channel.flush();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        ByteBuf message = packet.content();
        if (message.readableBytes() < QueryWire.HEADER) {
            return;
        }
        int id = message.getUnsignedShort(message.readerIndex());
        Flight flight = flights[id];
        if (flight == null) {
            return;
        }
        // RFC 5452 §9.1: what does not fit is dropped, and the true answer may still come.
        if (!flight.query().isAnsweredBy(message)) {
            if (QueryWire.questionDigest(message) != before[id]) {
                flight.note(DnsFailure.MALFORMED);
            }
            return;
        }
        server.answered();
        flight.land(ByteBufUtil.getBytes(message), server);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // The ICMP message does not say whose datagram it was; the resolver may be back in a moment.
        if (cause instanceof PortUnreachableException) {
            server.unreachable();
        }
    }
}
