package org.mxcensus.crawler.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.ProtocolFailure;

/// The end of a channel's pipeline: hands what comes to the thread that waits for it. Bytes are copied out of
/// Netty's buffers at once, so that none can be forgotten here.
final class Inbox extends ChannelInboundHandlerAdapter {

    private static final Incoming.Broken RESET = new Incoming.Broken(ProtocolFailure.RESET, "");

    private final BlockingQueue<Incoming> arrived = new LinkedBlockingQueue<>();
    private volatile Incoming.@Nullable Broken broken;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof ByteBuf buffer && buffer.isReadable()) {
                arrived.add(new Incoming.Bytes(ByteBufUtil.getBytes(buffer)));
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end(new Incoming.Broken(ProtocolFailure.CLOSED, ""));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        end(Failures.reset(failure) ? RESET : new Incoming.Broken(ProtocolFailure.SYNTAX, Failures.detail(failure)));
        ctx.close();
    }

    /// @return whether it was a reset, which then is what the reader finds
    boolean endedBy(Throwable failure) {
        if (Failures.reset(failure)) {
            end(RESET);
        }
        return reset();
    }

    /// The first end is the true one: a close follows each.
    private void end(Incoming.Broken end) {
        if (broken == null) {
            broken = end;
            arrived.add(end);
        }
    }

    boolean isEmpty() {
        return arrived.isEmpty();
    }

    /// Whether the peer reset the connection.
    boolean reset() {
        return broken == RESET;
    }

    Incoming take(long nanos) throws InterruptedException {
        Incoming next = arrived.poll(nanos, TimeUnit.NANOSECONDS);
        if (next == null) {
            return new Incoming.Broken(ProtocolFailure.TIMED_OUT, "");
        }
        if (next instanceof Incoming.Broken) {
            // The end stays the end, however often somebody reads.
            arrived.add(next);
        }
        return next;
    }
}
