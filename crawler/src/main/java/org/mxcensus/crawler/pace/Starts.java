package org.mxcensus.crawler.pace;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Spaces the starts in each network. Each start takes the next free moment of its network and waits for it. Moments
/// that have passed are forgotten once an interval, so memory is bounded by the starts of two intervals.
final class Starts {

    private final ConcurrentHashMap<String, Long> nextFree = new ConcurrentHashMap<>();
    private final AtomicLong nextSweep;
    private final long interval;
    private final Ticker ticker;

    Starts(long intervalNanos, Ticker ticker) {
        this.interval = intervalNanos;
        this.ticker = ticker;
        this.nextSweep = new AtomicLong(ticker.nanos() + intervalNanos);
    }

    void await(String network) throws InterruptedException {
        if (interval == 0) {
            return;
        }
        long now = ticker.nanos();
        sweep(now);
        long following = nextFree.merge(network, now + interval, (known, fresh) -> Math.max(known + interval, fresh));
        long wait = following - interval - now;
        if (wait > 0) {
            ticker.sleep(wait);
        }
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
