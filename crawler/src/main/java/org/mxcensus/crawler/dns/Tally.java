package org.mxcensus.crawler.dns;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts the messages sent for one look-up.
final class Tally {
    private final AtomicInteger queries = new AtomicInteger();

    void add() {
        queries.incrementAndGet();
    }

    void add(int more) {
        queries.addAndGet(more);
    }

    void add(Tally more) {
        queries.addAndGet(more.queries());
    }

    int queries() {
        return queries.get();
    }
}
