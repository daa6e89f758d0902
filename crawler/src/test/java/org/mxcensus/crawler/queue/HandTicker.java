package org.mxcensus.crawler.queue;

import java.time.Duration;
import org.mxcensus.crawler.pace.Ticker;

/// Time that passes when a test says so. Whoever sleeps is awake again when the time has come.
final class HandTicker implements Ticker {
    private long now = -1_000;

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void sleep(long nanos) throws InterruptedException {
        long end = now + nanos;
        while (now < end) {
            wait();
        }
    }

    synchronized void pass(Duration time) {
        now += time.toNanos();
        notifyAll();
    }
}
