package org.mxcensus.crawler.pace;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Time that passes, for those who wait.
public interface Ticker {

    /// @return nanoseconds since some fixed moment
    long nanos();

    /// Waits.
    void sleep(long nanos) throws InterruptedException;

    /// Waits for a permit, up to that long.
    ///
    /// @return whether it was had
    default boolean acquire(Semaphore permits, long nanos) throws InterruptedException {
        return permits.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    /// The machine's own.
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };
}
