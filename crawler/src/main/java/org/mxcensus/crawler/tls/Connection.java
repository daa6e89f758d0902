package org.mxcensus.crawler.tls;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.util.Timeout;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.mxcensus.crawler.pace.Permit;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;

/// A TCP connection on which TLS can be started. Used by one thread, which blocks; that should be a virtual one.
public final class Connection implements AutoCloseable {

    private final Channel channel;
    private final Inbox inbox;
    private final Alarms alarms;
    /// Whether what comes next has been asked for, as the first bytes have.
    private boolean asked = true;

    private Connection(Channel channel, Inbox inbox, Alarms alarms) {
        this.channel = channel;
        this.inbox = inbox;
        this.alarms = alarms;
    }

    /// Connects to the address of the permit, and returns the permit when the connection is gone.
    ///
    /// A peer may reset a connection before we have even heard that it came about. That is a connection still: an
    /// attempt that is answered by a reset is refused (RFC 9293 §3.10.7.3).
    ///
    /// @throws IllegalStateException where this machine is at fault: out of ports, out of files
    public static Attempt open(Transport transport, Permit permit, int port, Duration limit)
            throws InterruptedException {
        Inbox inbox = new Inbox(transport.alarms());
        ChannelFuture future = transport
                .bootstrap()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(Math.max(1, limit.toMillis())))
                .handler(inbox)
                .connect(new InetSocketAddress(permit.address(), port));
        future.channel().closeFuture().addListener(closed -> permit.close());
        try {
            future.await();
        } catch (InterruptedException e) {
            future.channel().close();
            throw e;
        }
        if (future.isSuccess() || inbox.endedBy(future.cause())) {
            return new Attempt.Connected(new Connection(future.channel(), inbox, transport.alarms()));
        }
        future.channel().close();
        ConnectFailure cause = Failures.connecting(future.cause(), permit.address())
                .orElseThrow(() -> new IllegalStateException("cannot connect: " + future.cause(), future.cause()));
        return new Attempt.Failed(cause);
    }

    /// Waits for the next bytes.
    public Incoming read(Deadline deadline) throws InterruptedException {
        if (inbox.isEmpty() && !asked) {
            channel.read();
        }
        Incoming next = inbox.take(deadline.remainingNanos());
        asked = false;
        return next;
    }

    /// Sends, and asks for the answer in the same breath: to wake the event loop costs more than what it then does.
    /// What goes wrong shows at the next read.
    public void write(byte[] bytes) {
        asked = true;
        channel.eventLoop().execute(() -> {
            channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
            channel.read();
        });
    }

    /// Says a last word and waits until the peer hangs up, whatever it says meanwhile.
    ///
    /// @param most bytes that are listened to
    public void leave(byte[] lastWord, int most, Deadline deadline) throws InterruptedException {
        channel.eventLoop().execute(() -> {
            inbox.ignore(most);
            channel.writeAndFlush(Unpooled.wrappedBuffer(lastWord));
            channel.read();
        });
        Incoming next;
        do {
            next = inbox.take(deadline.remainingNanos());
        } while (next instanceof Incoming.Bytes);
    }

    /// Turns the connection into a TLS one.
    ///
    /// @param tls what we offer
    /// @param serverName what to send as SNI (RFC 6066 §3); empty for none
    public Handshake startTls(Handshaker tls, String serverName, Deadline deadline) throws InterruptedException {
        CompletableFuture<Handshake> result = new CompletableFuture<>();
        CompletableFuture<Handshake> explained = result.thenApply(this::explained);
        channel.eventLoop().execute(() -> beginTls(tls, serverName, result));
        Timeout alarm = alarms.in(
                deadline.remainingNanos(), () -> result.complete(Handshake.Failed.by(HandshakeFailure.TIMED_OUT)));
        try {
            return explained.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the session's facts cannot be read", e.getCause());
        } finally {
            alarm.cancel();
        }
    }

    /// On the event loop, where the channel cannot close meanwhile: a closed one would never give the engine back.
    private void beginTls(Handshaker tls, String serverName, CompletableFuture<Handshake> result) {
        if (!channel.isActive()) {
            result.complete(Handshake.Failed.by(HandshakeFailure.CLOSED));
            return;
        }
        try {
            tls.begin(channel, serverName, result);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
        channel.read();
    }

    private Handshake explained(Handshake handshake) {
        // A handshake that only learns that the channel is gone: the inbox saw why.
        boolean unexplained = handshake instanceof Handshake.Failed failed && failed.cause() == HandshakeFailure.CLOSED;
        return unexplained && inbox.reset() ? Handshake.Failed.by(HandshakeFailure.RESET) : handshake;
    }

    @Override
    public void close() {
        channel.close();
    }
}
