package org.mxcensus.crawler.pace;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Spaces the starts in each network. Each start takes the next free moment of its network and waits for it. Moments
/// that have passed are forgotten once an interval, so memory is bounded by the starts of two intervals.
final class Starts {

    private final ConcurrentHashMap<String, Long> nextFree = new ConcurrentHashMap<>();
    private final AtomicLong nextSweep;
    private final long opening;
    private final long interval;
    private final Ticker ticker;

    /// @param opening how far ahead the first moment of every network lies
    Starts(long intervalNanos, long opening, Ticker ticker) {
        this.interval = intervalNanos;
        this.ticker = ticker;
        this.opening = ticker.nanos() + opening;
        this.nextSweep = new AtomicLong(ticker.nanos() + intervalNanos);
    }

    /// @return false, at once, where the next free moment is too far away; it stays free
    boolean await(String network, Wait wait) throws InterruptedException {
        if (interval == 0) {
            return true;
        }
        long now = ticker.nanos();
        sweep(now);
        long mine;
        @Nullable Long known;
        do {
            known = nextFree.get(network);
            mine = Math.max(known == null ? opening : known, now);
            if (!wait.allows(mine - now)) {
                return false;
            }
        } while (!advance(network, known, mine + interval));
        if (mine > now) {
            ticker.sleep(mine - now);
        }
        return true;
    }

    private boolean advance(String network, @Nullable Long known, long following) {
        return known == null
                ? nextFree.putIfAbsent(network, following) == null
                : nextFree.replace(network, known, following);
    }

    private void sweep(long now) {
        long due = nextSweep.get();
        if (now - due >= 0 && nextSweep.compareAndSet(due, now + interval)) {
            nextFree.values().removeIf(free -> free - now <= 0);
        }
    }

    int size() {
        return nextFree.size();
    }
}
