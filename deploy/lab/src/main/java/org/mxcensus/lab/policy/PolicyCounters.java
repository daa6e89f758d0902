package org.mxcensus.lab.policy;

import java.util.concurrent.atomic.LongAdder;

/// What clients of the policy hosts did.
public final class PolicyCounters {

    private final LongAdder requests = new LongAdder();

    void requested() {
        requests.increment();
    }

    /// Complete HTTP requests.
    public long requests() {
        return requests.sum();
    }
}
