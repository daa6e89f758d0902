package org.mxcensus.crawler.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.Timeout;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.ProtocolFailure;

/// The end of a channel's pipeline: hands what comes to the thread that waits for it. Bytes are copied out of
/// Netty's buffers at once, so that none can be forgotten here.
final class Inbox extends ChannelInboundHandlerAdapter {

    private static final Incoming.Broken RESET = new Incoming.Broken(ProtocolFailure.RESET, "");

    private static final Incoming.Broken TIMED_OUT = new Incoming.Broken(ProtocolFailure.TIMED_OUT, "");

    private final Queue<Incoming> arrived = new ConcurrentLinkedQueue<>();
    private final Alarms alarms;
    /// Who waits for what comes next.
    private volatile @Nullable Thread reader;

    private volatile Incoming.@Nullable Broken broken;

    /// How many bytes may still come that nobody wants to see. Only for the event loop.
    private int ignored;

    Inbox(Alarms alarms) {
        this.alarms = alarms;
    }

    /// From now on nobody wants to see what comes, only that it ends. On the event loop.
    ///
    /// @param most bytes that may come before that
    void ignore(int most) {
        ignored = most;
    }

    /// The first bytes are asked for at once: whoever connects waits for what the other says, or begins TLS.
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof ByteBuf buffer && buffer.isReadable()) {
                arrived(ctx, buffer);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void arrived(ChannelHandlerContext ctx, ByteBuf buffer) {
        if (ignored == 0) {
            deliver(new Incoming.Bytes(ByteBufUtil.getBytes(buffer)));
            return;
        }
        ignored = Math.max(0, ignored - buffer.readableBytes());
        if (ignored == 0) {
            end(new Incoming.Broken(ProtocolFailure.TOO_LONG, ""));
        } else {
            ctx.read();
        }
    }

    /// RFC 8446 §6.1: who hears the other's last word says his own. The JDK's engine leaves that to its user, and a
    /// server may wait for it before it hangs up.
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        if (event == SslCloseCompletionEvent.SUCCESS && tls != null) {
            tls.closeOutbound();
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
            deliver(end);
        }
    }

    private void deliver(Incoming incoming) {
        arrived.add(incoming);
        LockSupport.unpark(reader);
    }

    boolean isEmpty() {
        return arrived.isEmpty();
    }

    /// Whether the peer reset the connection.
    boolean reset() {
        return broken == RESET;
    }

    /// To be called by one thread at a time.
    ///
    /// @param nanos after which the answer is that time is out; what comes later waits for the next call
    Incoming take(long nanos) throws InterruptedException {
        Incoming next = arrived.poll();
        if (next == null) {
            next = await(new Wait(Thread.currentThread()), nanos);
        }
        if (next instanceof Incoming.Broken && next != TIMED_OUT) {
            // The end stays the end, however often somebody reads.
            arrived.add(next);
        }
        return next;
    }

    private Incoming await(Wait wait, long nanos) throws InterruptedException {
        reader = wait.thread;
        Timeout alarm = alarms.in(nanos, wait);
        try {
            Incoming next = arrived.poll();
            while (next == null && !wait.over) {
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                next = arrived.poll();
            }
            return next == null ? TIMED_OUT : next;
        } finally {
            alarm.cancel();
            reader = null;
        }
    }

    /// Ends when the alarm has come. Whoever is woken looks for himself, so to be woken in vain does no harm.
    private static final class Wait implements Runnable {
        private final Thread thread;
        private volatile boolean over;

        Wait(Thread thread) {
            this.thread = thread;
        }

        @Override
        public void run() {
            over = true;
            LockSupport.unpark(thread);
        }
    }
}
