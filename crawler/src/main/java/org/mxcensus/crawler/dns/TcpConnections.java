package org.mxcensus.crawler.dns;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The connections to one resolver: few, kept while they are of use (RFC 7766 §6.2). Belongs to the event loop.
final class TcpConnections {

    /// One serves nearly always; the others are for a server that answers one question after the other.
    static final int MOST = 4;

    /// Questions on a connection before another is opened.
    private static final int USUAL_LOAD = 8;

    /// More would wait at the server anyway.
    private static final int MOST_LOAD = 64;

    /// Servers keep idle connections for some seconds; who closes first spares the other the work.
    private static final long IDLE = Duration.ofSeconds(5).toNanos();

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final InetSocketAddress server;
    private final EventLoops loops;
    private final RandomGenerator random;
    private final List<TcpConnection> connections = new ArrayList<>();
    private final Deque<TcpQuestion> waiting = new ArrayDeque<>();
    private boolean isPipelining = true;
    private boolean isClosed;

    TcpConnections(InetSocketAddress server, EventLoops loops, RandomGenerator random) {
        this.server = server;
        this.loops = loops;
        this.random = random;
    }

    /// Puts a question on a connection, or lets it wait for room.
    void take(TcpQuestion question) {
        if (isClosed) {
            question.fail();
            return;
        }
        Optional<TcpConnection> emptiest =
                connections.stream().filter(TcpConnection::isUsable).min(Comparator.comparingInt(TcpConnection::load));
        if (emptiest.isPresent() && emptiest.get().load() < (isPipelining ? USUAL_LOAD : 1)) {
            emptiest.get().put(question);
        } else if (connections.size() < MOST) {
            open(question);
        } else if (emptiest.isPresent() && emptiest.get().load() < (isPipelining ? MOST_LOAD : 1)) {
            emptiest.get().put(question);
        } else {
            waiting.addLast(question);
        }
    }

    private void open(TcpQuestion question) {
        TcpConnection connection = new TcpConnection(this, random.nextInt(1 << 16));
        connections.add(connection);
        connection.put(question);
        connection.open();
    }

    /// Nobody waits for it any longer.
    void giveUp(TcpQuestion question) {
        waiting.remove(question);
        TcpConnection connection = question.connection();
        if (connection != null) {
            connection.giveUp(question);
        }
    }

    void close() {
        isClosed = true;
        roomMade();
        List.copyOf(connections).forEach(TcpConnection::close);
    }

    /// @param left questions that it has not answered. Where there are several, the server may be one that
    ///     takes no question before it has answered the last, and cuts off who sends it
    void ended(TcpConnection connection, int left) {
        connections.remove(connection);
        isPipelining &= left < 2;
        roomMade();
    }

    /// A connection has answered so many questions that the server can be asked several at a time (again).
    void lasted() {
        isPipelining = true;
    }

    void roomMade() {
        int count = waiting.size();
        for (int i = 0; i < count; i++) {
            take(waiting.removeFirst());
        }
    }

    ChannelFuture connect(ChannelHandler handler) {
        return loops.connectStream(server, CONNECT, handler);
    }

    void afterAWhile(Runnable task) {
        loops.schedule(task, IDLE);
    }
}
