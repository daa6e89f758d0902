package org.mxcensus.crawler.crawl;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mxcensus.datasets.store.UserError;

/// The steps of a process that change the world outside it, one of which is its last, or its last for a while.
final class Steps {
    private final int chosen;
    private final boolean pauses;
    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch awake = new CountDownLatch(1);

    private Steps(int chosen, boolean pauses) {
        this.chosen = chosen;
        this.pauses = pauses;
    }

    /// Nothing happens.
    static Steps undisturbed() {
        return new Steps(Integer.MAX_VALUE, false);
    }

    /// The process dies at a step, from 1: this one and all after it fail.
    static Steps dyingAt(int step) {
        return new Steps(step, false);
    }

    /// The thread that comes to this step sleeps there until it is woken.
    static Steps sleepingAt(int step) {
        return new Steps(step, true);
    }

    /// A step: what comes before has happened, what comes after has not.
    void step(String where) {
        int number = count.incrementAndGet();
        if (pauses) {
            if (number == chosen) {
                reached.countDown();
                sleep();
            }
        } else if (number >= chosen) {
            reached.countDown();
            throw new UserError("the process died " + where);
        }
    }

    private void sleep() {
        try {
            awake.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the chosen step came.
    boolean happened() {
        return reached.getCount() == 0;
    }

    /// The process has ended.
    void ended() {
        over.countDown();
    }

    /// Waits for the chosen step, or for the end of a process that never came to it.
    void awaitChosenOrEnd() throws InterruptedException {
        while (!reached.await(1, TimeUnit.MILLISECONDS)) {
            if (over.getCount() == 0) {
                return;
            }
        }
    }

    /// Ends the sleep.
    void wake() {
        awake.countDown();
    }
}
