package org.mxcensus.lab.policy;

import java.util.concurrent.atomic.LongAdder;

/// What clients of the policy hosts did.
public final class PolicyCounters {

    private final LongAdder connections = new LongAdder();
    private final LongAdder requests = new LongAdder();

    void connected() {
        connections.increment();
    }

    void requested() {
        requests.increment();
    }

    public long connections() {
        return connections.sum();
    }

    /// Complete HTTP requests.
    public long requests() {
        return requests.sum();
    }
}
