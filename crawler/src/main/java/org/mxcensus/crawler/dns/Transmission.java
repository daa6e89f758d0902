package org.mxcensus.crawler.dns;

import org.jspecify.annotations.Nullable;

/// One datagram of one question. Each has an id of its own, so that an answer tells which one it answers.
/// Belongs to the event loop.
final class Transmission {
    private final QueryWire query;
    private final UdpPort port;
    private final int id;
    private final long sentAt;
    private final long number;
    private final @Nullable Transmission earlier;

    private @Nullable Flight flight;
    private boolean isFresh = true;
    private boolean isAnswered;
    private boolean isTakenForLost;
    private long heldUntil;

    /// One that is being sent just now.
    ///
    /// @param earlier the one that was sent before it for the same question
    Transmission(Flight flight, UdpPort port, int id, long sentAt, @Nullable Transmission earlier) {
        this.flight = flight;
        this.query = flight.query();
        this.port = port;
        this.id = id;
        this.sentAt = sentAt;
        this.number = port.server().window().sent();
        this.earlier = earlier;
    }

    QueryWire query() {
        return query;
    }

    UdpPort port() {
        return port;
    }

    Server server() {
        return port.server();
    }

    int id() {
        return id;
    }

    long sentAt() {
        return sentAt;
    }

    @Nullable
    Transmission earlier() {
        return earlier;
    }

    /// The question, until it has its outcome.
    @Nullable
    Flight flight() {
        return flight;
    }

    boolean isAnswered() {
        return isAnswered;
    }

    void answered() {
        isAnswered = true;
    }

    /// It no longer counts as being on its way.
    ///
    /// @return false where it did not any more
    boolean settle() {
        if (!isFresh) {
            return false;
        }
        isFresh = false;
        server().window().settled();
        return true;
    }

    void takeForLost() {
        if (!isTakenForLost && !isAnswered) {
            isTakenForLost = true;
            server().window().lost(number);
        }
    }

    /// It was answered.
    ///
    /// @return whether it was taken for lost
    boolean takeBack() {
        if (isTakenForLost) {
            isTakenForLost = false;
            server().window().wasNotLost(number);
            return true;
        }
        return false;
    }

    /// The question has its outcome; the id stays taken until then.
    void hold(long until) {
        flight = null;
        heldUntil = until;
    }

    long heldUntil() {
        return heldUntil;
    }
}
