package org.mxcensus.crawler.pace;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// Time that passes only where somebody waits, and then at once.
public final class StoppedTime implements Ticker {
    private final AtomicLong now = new AtomicLong(1_000);
    private final List<Long> sleeps = new CopyOnWriteArrayList<>();

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void sleep(long nanos) {
        sleeps.add(nanos);
        now.addAndGet(nanos);
    }

    /// A permit that is not there does not come by waiting either: nobody else moves.
    @Override
    public boolean acquire(Semaphore permits, long nanos) {
        boolean had = permits.tryAcquire();
        if (!had) {
            now.addAndGet(Math.max(0, nanos));
        }
        return had;
    }

    /// Lets time pass that nobody waits for.
    public void pass(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    /// What was slept, in order.
    public List<Long> sleeps() {
        return sleeps;
    }
}
