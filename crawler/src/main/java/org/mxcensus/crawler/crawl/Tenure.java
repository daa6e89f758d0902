package org.mxcensus.crawler.crawl;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The time that this process owns a partition of a stage: a thread that works on it, and ends. A platform thread: see
/// [Together].
final class Tenure {
    private final Thread thread;
    private final Opening opening;
    private final Runnable interrupted;
    private volatile @Nullable PartitionRun<?, ?> run;
    private volatile boolean leaving;

    /// @param name of the thread
    /// @param opening may take a while
    /// @param interrupted is run where the work was interrupted, and not by [#leave] or [#stop]
    /// @param failed takes a failure that ends more than this tenure
    Tenure(String name, Opening opening, Runnable interrupted, Consumer<RuntimeException> failed) {
        this.opening = opening;
        this.interrupted = interrupted;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> work(failed));
    }

    /// Reads how far the partition has come.
    interface Opening {
        PartitionRun<?, ?> open() throws InterruptedException;
    }

    void begin() {
        thread.start();
    }

    /// Whether it has neither come to the end of the partition nor been ended.
    boolean isRunning() {
        return thread.isAlive();
    }

    private void work(Consumer<RuntimeException> failed) {
        try {
            PartitionRun<?, ?> opened = opening.open();
            run = opened;
            if (!leaving) {
                opened.run();
            }
        } catch (InterruptedException | CancellationException e) {
            // What was not published is done by whoever has the partition next.
            if (!leaving) {
                interrupted.run();
            }
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    /// Ends in good order: what is under way has this long. Returns when all has ended.
    void leave(Duration grace) {
        leaving = true;
        PartitionRun<?, ?> opened = run;
        if (opened == null) {
            stop();
            return;
        }
        opened.drain(grace);
        try {
            if (!thread.join(grace)) {
                stop();
            }
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
    }

    /// Ends at once. Returns when all has ended.
    void stop() {
        leaving = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
