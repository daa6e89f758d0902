package org.mxcensus.crawler.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.mxcensus.datasets.observation.DnsFailure;

/// Questions over TCP (RFC 7766), after answers that did not fit a datagram.
final class TcpExchange {
    private final EventLoops loops;
    private final RandomGenerator random;
    private final Map<InetSocketAddress, TcpConnections> servers = new HashMap<>();
    private boolean isClosed;

    TcpExchange(EventLoops loops, RandomGenerator random) {
        this.loops = loops;
        this.random = random;
    }

    /// Asks, and waits. From any thread but the event loop's.
    ///
    /// @throws CancellationException where the waiting thread is interrupted, or the client is closed
    TcpQuestion.Outcome ask(InetSocketAddress server, QueryWire query, Duration within, Tally tally) {
        TcpQuestion question = new TcpQuestion(query);
        loops.execute(() -> take(server, question));
        try {
            return question.outcome().get(Math.max(0, within.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new TcpQuestion.Outcome.Failed(DnsFailure.TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the DNS");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome never fails", e);
        } finally {
            tally.add(question.sent());
            if (!question.outcome().isDone()) {
                question.outcome().cancel(false);
                loops.execute(() -> connections(server).giveUp(question));
            }
        }
    }

    /// Ends what is under way. From any thread but the event loop's.
    void close() {
        loops.execute(() -> {
            isClosed = true;
            servers.values().forEach(TcpConnections::close);
        });
    }

    private void take(InetSocketAddress server, TcpQuestion question) {
        if (isClosed) {
            question.fail();
        } else {
            connections(server).take(question);
        }
    }

    private TcpConnections connections(InetSocketAddress server) {
        return servers.computeIfAbsent(server, one -> new TcpConnections(one, loops, random));
    }
}
