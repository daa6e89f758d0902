package org.mxcensus.crawler.dns;

import java.time.Duration;

/// Whether a resolver is worth asking. One that is silent, cannot be reached or answers nobody is left, and
/// looked at again now and then by a question that somebody has anyway. Times are in nanoseconds. Belongs to
/// the event loop.
final class Health {

    /// So many time-outs in a row without any answer: it is down, not slow.
    private static final int SILENCES_OF_THE_DEAD = 20;

    /// So many answers in a row that say nothing of any name: it is lame.
    private static final int COMPLAINTS_OF_THE_LAME = 20;

    static final long FIRST_REST = Duration.ofSeconds(1).toNanos();
    static final long LONGEST_REST = Duration.ofSeconds(30).toNanos();

    private boolean isUnreachable;
    private int silences;
    private int complaints;
    private boolean wasHeard;
    private long heardAt;
    private long rest = FIRST_REST;
    private long nextLook;

    /// @param isComplaint the answer says nothing of the name
    void answered(boolean isComplaint, long now) {
        isUnreachable = false;
        silences = 0;
        complaints = isComplaint ? complaints + 1 : 0;
        wasHeard = true;
        heardAt = now;
        if (isWell()) {
            rest = FIRST_REST;
        } else if (complaints == COMPLAINTS_OF_THE_LAME) {
            nextLook = now + rest;
        }
    }

    /// A datagram's time-out has passed.
    void silent(long now) {
        if (++silences == SILENCES_OF_THE_DEAD) {
            nextLook = now + rest;
        }
    }

    /// The network says so.
    void unreachable(long now) {
        if (!isUnreachable) {
            isUnreachable = true;
            nextLook = now + rest;
        }
    }

    boolean isUnreachable() {
        return isUnreachable;
    }

    boolean isWell() {
        return !isUnreachable && silences < SILENCES_OF_THE_DEAD && complaints < COMPLAINTS_OF_THE_LAME;
    }

    boolean wasHeardSince(long moment) {
        return wasHeard && heardAt - moment > 0;
    }

    /// Whether somebody should see if it is well again. Whoever is told so goes.
    boolean wantsALook(long now) {
        if (now - nextLook < 0) {
            return false;
        }
        rest = Math.min(2 * rest, LONGEST_REST);
        nextLook = now + rest;
        return true;
    }
}
