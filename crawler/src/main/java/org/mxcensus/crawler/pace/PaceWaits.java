package org.mxcensus.crawler.pace;

import java.util.concurrent.atomic.LongAdder;

/// How long connections have waited for their turn, for whoever watches. Safe for use by several threads.
public final class PaceWaits {
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder givenUp = new LongAdder();

    void began() {
        begun.increment();
    }

    void ended(long waited, boolean admitted) {
        nanos.add(waited);
        ended.increment();
        if (!admitted) {
            givenUp.increment();
        }
    }

    /// Connections that wait at this moment.
    public long waiting() {
        return Math.max(0, begun.sum() - ended.sum());
    }

    /// Connections that have waited, however shortly.
    public long waits() {
        return ended.sum();
    }

    /// Those among them that got no leave: it would have taken too long, or the crawl was stopped.
    public long givenUp() {
        return givenUp.sum();
    }

    /// The time of all of them together.
    public double seconds() {
        return nanos.sum() / 1e9;
    }
}
