package org.mxcensus.crawler.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import org.mxcensus.datasets.observation.DnsFailure;

/// A datagram socket connected to one resolver: the kernel drops what comes from elsewhere. Belongs to the
/// event loop.
final class UdpPort extends SimpleChannelInboundHandler<DatagramPacket> {
    private final Server server;
    private final PortIds ids;
    private final Dispatcher dispatcher;
    private final Channel channel;
    private boolean hasUnsent;

    UdpPort(Server server, PortIds ids, Dispatcher dispatcher) {
        this.server = server;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.channel = dispatcher.loops().connectDatagrams(server.address(), this);
    }

    Server server() {
        return server;
    }

    PortIds ids() {
        return ids;
    }

    /// Hands a datagram over; [#flush] sends it.
    ///
    /// @return whether there was an id for it
    boolean write(Flight flight, long now) {
        int id = ids.unused(now);
        if (id < 0) {
            return false;
        }
        Transmission transmission = new Transmission(flight, this, id, now, flight.last());
        ids.take(transmission);
        flight.sent(transmission);
        ByteBuf out = channel.alloc().directBuffer(flight.query().length());
        flight.query().writeTo(out, id);
        channel.write(out, channel.voidPromise());
        if (!hasUnsent) {
            hasUnsent = true;
            dispatcher.written(this);
        }
        return true;
    }

    /// All that was written leaves by one system call (sendmmsg).
    void flush() {
        hasUnsent = false;
        channel.flush();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        ByteBuf message = packet.content();
        if (message.readableBytes() < Header.LENGTH) {
            return;
        }
        Transmission asked = ids.owner(message.getUnsignedShort(message.readerIndex()));
        if (asked == null) {
            return;
        }
        // RFC 5452 §9.1: what does not fit is dropped, and the true answer may still come.
        if (asked.query().isAnsweredBy(message)) {
            take(asked, message);
        } else if (asked.flight() instanceof Flight flight) {
            flight.note(DnsFailure.MALFORMED);
        }
    }

    private void take(Transmission asked, ByteBuf message) {
        if (asked.isAnswered()) {
            return;
        }
        asked.answered();
        boolean isComplaint = Header.isComplaint(message);
        Evidence.take(asked, isComplaint, System.nanoTime());
        asked.settle();
        Flight flight = asked.flight();
        if (flight == null) {
            ids.answeredLate(asked);
        } else {
            dispatcher.answered(flight, new Flight.Outcome.Arrived(ByteBufUtil.getBytes(message), server), isComplaint);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        dispatcher.pump();
    }

    /// An ICMP message does not say whose datagram it was about; neither does a write that failed.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            dispatcher.unreachable(server);
        } else {
            context.fireExceptionCaught(cause);
        }
    }
}
