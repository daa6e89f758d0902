package org.mxcensus.crawler.queue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes the one who waits for something to do. Rung while nobody waits, the next wait ends at once.
final class Bell {
    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    /// Waits until it rings, up to that long.
    void await(Duration time) throws InterruptedException {
        if (rings.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
