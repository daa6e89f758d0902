package org.mxcensus.crawler.dns;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;

/// One question over TCP. All but the outcome belongs to the event loop.
final class TcpQuestion {

    /// What came: the message, or why there is none.
    sealed interface Outcome {
        record Came(byte[] message) implements Outcome {}

        record Failed(DnsFailure failure) implements Outcome {}
    }

    private final QueryWire query;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private @Nullable TcpConnection connection;
    private volatile int sent;
    private boolean wasLetDown;
    private DnsFailure otherwise = DnsFailure.NETWORK;

    TcpQuestion(QueryWire query) {
        this.query = query;
    }

    QueryWire query() {
        return query;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /// How often it was sent. For any thread.
    int sent() {
        return sent;
    }

    @Nullable
    TcpConnection connection() {
        return connection;
    }

    void putOn(TcpConnection connection) {
        this.connection = connection;
        sent = sent + 1;
    }

    /// Notes what is wrong, for the case that nothing better comes.
    void note(DnsFailure failure) {
        otherwise = failure;
    }

    /// Its connection has ended.
    ///
    /// @param answeredNobody the connection was of no use to others either
    /// @return whether another connection is worth trying: the second that is of no use to anybody is the last
    boolean mayTryAgain(boolean answeredNobody) {
        boolean isSecond = wasLetDown && answeredNobody;
        wasLetDown |= answeredNobody;
        return !isSecond && !outcome.isDone();
    }

    void fail() {
        outcome.complete(new Outcome.Failed(otherwise));
    }
}
