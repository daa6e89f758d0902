package org.mxcensus.crawler.dns;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.mxcensus.datasets.observation.DnsFailure;

/// What has become of look-ups, and whether the resolvers are there, for whoever watches. Safe for use by several
/// threads.
public final class LookupCounts {
    private final LongAdder answered = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final Map<DnsFailure, LongAdder> failed = new EnumMap<>(DnsFailure.class);
    private volatile boolean away;

    LookupCounts() {
        for (DnsFailure failure : DnsFailure.values()) {
            failed.put(failure, new LongAdder());
        }
    }

    void ended(Reply reply, long took) {
        nanos.add(took);
        switch (reply) {
            case Reply.Answered _ -> answered.increment();
            case Reply.Failed(DnsFailure failure, var _) -> count(failure).increment();
        }
    }

    private LongAdder count(DnsFailure failure) {
        LongAdder count = failed.get(failure);
        if (count == null) {
            throw new IllegalStateException("every failure has a count");
        }
        return count;
    }

    void away(boolean isAway) {
        away = isAway;
    }

    /// Whether look-ups wait for a resolver to come back.
    public boolean isAway() {
        return away;
    }

    /// Look-ups that were answered, with data or without.
    public long answered() {
        return answered.sum();
    }

    /// Look-ups that failed so.
    public long failed(DnsFailure failure) {
        return count(failure).sum();
    }

    /// All look-ups that have ended.
    public long ended() {
        return answered() + failed.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /// The time of all of them together, waiting for an absent resolver included.
    public double seconds() {
        return nanos.sum() / 1e9;
    }
}
