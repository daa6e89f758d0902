package org.mxcensus.crawler.pace;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// Does something again where it was last done long enough ago. There is no thread: whoever needs what comes of it
/// asks, one of those who ask does it, and the others go on with what there is. Safe for use by several threads.
public final class Refresh {
    private final long every;
    private final Ticker ticker;
    private final ReentrantLock doing = new ReentrantLock();
    private volatile long next;

    /// It was done just now.
    ///
    /// @param every how long that is good enough
    public Refresh(Duration every, Ticker ticker) {
        this.every = every.toNanos();
        this.ticker = ticker;
        this.next = ticker.nanos() + this.every;
    }

    /// Does it, unless it is not due or somebody is at it. One that fails is done again no sooner than others.
    public void ifDue(Runnable work) {
        if (isDue() && doing.tryLock()) {
            try {
                if (isDue()) {
                    doAndWait(work);
                }
            } finally {
                doing.unlock();
            }
        }
    }

    private void doAndWait(Runnable work) {
        try {
            work.run();
        } finally {
            next = ticker.nanos() + every;
        }
    }

    private boolean isDue() {
        return ticker.nanos() - next >= 0;
    }
}
