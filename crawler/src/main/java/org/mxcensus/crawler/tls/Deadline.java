package org.mxcensus.crawler.tls;

import java.time.Duration;

/// A moment by which something must have happened.
public final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    public static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /// @return the earlier of this moment and one that lies so far ahead
    public Deadline orIn(Duration limit) {
        Deadline other = in(limit);
        return nanos - other.nanos < 0 ? this : other;
    }

    /// @return nanoseconds that are left; zero once it has passed
    public long remainingNanos() {
        return Math.max(0, nanos - System.nanoTime());
    }
}
