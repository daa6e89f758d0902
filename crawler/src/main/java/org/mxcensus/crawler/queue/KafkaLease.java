package org.mxcensus.crawler.queue;

import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.crawler.pace.Ticker;

/// Leave to probe, as long as the coordinator cannot have given our partitions to another worker.
///
/// The coordinator does so when it has not had a heartbeat for the session timeout. We do not see heartbeats, but
/// we do see commits, and a commit is refused unless we are a member. Both go through one connection, in order,
/// sent by one thread that sends a heartbeat whenever one is due. Therefore, when a commit has been confirmed and
/// one more that was sent after that confirmation, the coordinator has had a heartbeat that was sent no more than
/// one interval before the first of the two. So the lease ends
///
///     min(sending of the last but one, sending of the last − heartbeat interval) + session timeout − heartbeat
///     interval
///
/// and not later even where this process was stopped between any two steps. One commit alone proves less: a process
/// that was stopped for 40 of 45 seconds could get a commit through, be stopped again before its heartbeat, and go on
/// probing on the strength of the commit.
///
/// For use by several threads.
final class KafkaLease implements Lease {
    private final Ticker ticker;
    private final long session;
    private final long heartbeat;

    private boolean confirmed;
    private long lastSent;
    private boolean held;
    private long until;

    KafkaLease(SessionTimeouts timeouts, Ticker ticker) {
        this.ticker = ticker;
        this.session = timeouts.session().toNanos();
        this.heartbeat = timeouts.heartbeat().toNanos();
    }

    @Override
    public void require() throws InterruptedException {
        if (!valid()) {
            throw new InterruptedException("the lease of this worker has run out");
        }
    }

    boolean valid() {
        return remaining() > 0;
    }

    /// There was a lease, and it has run out.
    synchronized boolean lapsed() {
        return held && !valid();
    }

    /// @return nanoseconds; 0 where there is no lease
    synchronized long remaining() {
        return held ? Math.max(0, until - ticker.nanos()) : 0;
    }

    /// @param sent when the commit was sent that has been confirmed now; not before the one before it was confirmed
    synchronized void confirmed(long sent) {
        if (confirmed) {
            long earlier = sent - lastSent < heartbeat ? sent - heartbeat : lastSent;
            until = earlier + session - heartbeat;
            held = true;
        }
        confirmed = true;
        lastSent = sent;
    }

    /// Whatever was confirmed counts no more.
    synchronized void drop() {
        confirmed = false;
        held = false;
    }
}
