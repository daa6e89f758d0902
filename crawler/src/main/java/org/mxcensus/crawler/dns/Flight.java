package org.mxcensus.crawler.dns;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;

/// One question from when it is handed over until its outcome. The thread that made it waits for it; all else
/// belongs to the event loop.
final class Flight {
    private static final int MOST_DOUBLINGS = 10;

    /// What came of it.
    sealed interface Outcome {
        /// An answer that fits.
        record Arrived(byte[] message, Server from) implements Outcome {}

        record Nothing(DnsFailure failure) implements Outcome {}

        /// The client was closed before.
        record Cancelled() implements Outcome {}
    }

    private final QueryWire query;
    private final Servers candidates;
    private final Patience patience;
    private final boolean isUrgent;
    private final Alarms.Alarm<Flight> alarm = new Alarms.Alarm<>(this);
    private final Thread caller = Thread.currentThread();

    private @Nullable Transmission last;
    private int sent;
    private long deadline;
    private long dueAgain;
    private long staleAt;
    private boolean isQueued;
    private DnsFailure otherwise;
    private Outcome.@Nullable Arrived complaint;

    private volatile @Nullable Outcome outcome;

    /// How often a question may be sent, and how long all of that may take.
    ///
    /// @param nanos from its first datagram
    record Patience(int attempts, long nanos) {}

    /// @param isUrgent waits for no place and no window
    /// @param otherwise the failure where nothing at all comes
    Flight(QueryWire query, Servers candidates, Patience patience, boolean isUrgent, DnsFailure otherwise) {
        this.query = query;
        this.candidates = candidates;
        this.patience = patience;
        this.isUrgent = isUrgent;
        this.otherwise = otherwise;
    }

    QueryWire query() {
        return query;
    }

    Servers candidates() {
        return candidates;
    }

    boolean isUrgent() {
        return isUrgent;
    }

    Alarms.Alarm<Flight> alarm() {
        return alarm;
    }

    @Nullable
    Transmission last() {
        return last;
    }

    /// How many datagrams were sent.
    int sent() {
        return sent;
    }

    boolean mayBeSentAgain() {
        return sent < patience.attempts();
    }

    /// Known when its first datagram is sent.
    long deadline() {
        return deadline;
    }

    /// Each time-out is twice as long as the one before (RFC 6298 §5.5), but leaves half of the time that is left to
    /// those that follow.
    void sent(Transmission transmission) {
        long now = transmission.sentAt();
        if (sent == 0) {
            deadline = now + patience.nanos();
        }
        long timeout = transmission.server().roundTrip().timeout();
        staleAt = now + timeout;
        int doublings = Math.min(sent, MOST_DOUBLINGS);
        sent++;
        dueAgain = mayBeSentAgain() ? now + Math.min(timeout << doublings, (deadline - now) / 2) : deadline;
        last = transmission;
        isQueued = false;
    }

    /// Waits to be sent again.
    ///
    /// @return false where it waited already
    boolean queue() {
        boolean wasQueued = isQueued;
        isQueued = true;
        return !wasQueued;
    }

    /// When to send it again, for want of an answer; the deadline where there is to be no other time.
    long dueAgain() {
        return dueAgain;
    }

    /// When its last datagram is fresh no longer.
    long dueStale() {
        return Math.min(dueAgain, staleAt);
    }

    /// Notes what is wrong, for the case that nothing better comes.
    void note(DnsFailure failure) {
        otherwise = failure;
    }

    /// Notes an answer that says nothing of the name, for the case that nobody says more. Of two, what is said
    /// of the name's servers (SERVFAIL) says more than what is said of us.
    void note(Outcome.Arrived answer) {
        if (complaint == null || Header.isServfail(answer.message())) {
            complaint = answer;
        }
    }

    boolean hasComplaint() {
        return complaint != null;
    }

    boolean hasLanded() {
        return outcome != null;
    }

    /// What has come so far.
    Outcome result() {
        return complaint == null ? new Outcome.Nothing(otherwise) : complaint;
    }

    void land(Outcome outcome) {
        this.outcome = outcome;
        LockSupport.unpark(caller);
    }

    void noteNetworkFailure() {
        if (otherwise == DnsFailure.TIMEOUT) {
            otherwise = DnsFailure.NETWORK;
        }
    }

    /// Waits. Only for the thread that made it.
    ///
    /// @return empty where this thread is interrupted
    Optional<Outcome> await() {
        while (true) {
            Outcome now = outcome;
            if (now != null) {
                return Optional.of(now);
            }
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            LockSupport.park(this);
        }
    }
}
