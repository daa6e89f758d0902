package org.mxcensus.crawler.dns;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts the messages sent for one look-up.
final class Tally {
    private final AtomicInteger queries = new AtomicInteger();

    void add() {
        queries.incrementAndGet();
    }

    int queries() {
        return queries.get();
    }
}
