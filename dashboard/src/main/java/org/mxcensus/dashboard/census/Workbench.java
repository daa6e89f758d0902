package org.mxcensus.dashboard.census;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mxcensus.analyzer.warehouse.Deadline;

/// Where one thing after another is worked out that takes long. Whoever asked may have gone; so what takes longer than
/// there is time for is ended, in the database too. Safe for use by several threads.
final class Workbench implements Executor, AutoCloseable {
    private static final int WAITING = 32;
    private static final long MILLISECONDS = 50;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("dashboard-workbench").daemon().factory());
    private final Duration time;
    private volatile Deadline current = Deadline.in(Duration.ZERO);

    /// @param time that each work has, from when it begins
    Workbench(Duration time) {
        this.time = time;
    }

    /// Works when all is done that was asked for before.
    ///
    /// @throws RejectedExecutionException where too much waits already, or it is closed
    @Override
    public void execute(Runnable work) {
        thread.execute(() -> {
            current = Deadline.in(time);
            current.bound(() -> {
                work.run();
                return work;
            });
        });
    }

    /// Ends what is being worked out, and waits for that end.
    @Override
    public void close() {
        thread.shutdown();
        thread.getQueue().clear();
        try {
            while (!thread.awaitTermination(MILLISECONDS, TimeUnit.MILLISECONDS)) {
                current.end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
