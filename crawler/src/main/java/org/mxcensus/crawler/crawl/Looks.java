package org.mxcensus.crawler.crawl;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The looks of one partition that are under way, a virtual thread each.
final class Looks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore inFlight;
    private final StageProgress progress;

    /// @param inFlight how many may be under way at once, shared with the stage's other partitions
    /// @param progress is told of each look
    Looks(Semaphore inFlight, StageProgress progress) {
        this.inFlight = inFlight;
        this.progress = progress;
    }

    /// Begins a look as soon as there is room for it.
    ///
    /// @param subject what is looked at, for the log
    /// @param bug makes the row of a look that fails by a bug, ours or somebody else's
    <R> Future<Stage.Seen<R>> begin(Object subject, Stage.Look<R> look, Function<Throwable, R> bug)
            throws InterruptedException {
        inFlight.acquire();
        try {
            return threads.submit(() -> {
                long begun = System.nanoTime();
                progress.began();
                try {
                    return seen(subject, look, bug);
                } finally {
                    progress.ended(System.nanoTime() - begun);
                    inFlight.release();
                }
            });
        } catch (RuntimeException rejected) {
            inFlight.release();
            throw new InterruptedException("the looks have been stopped");
        }
    }

    private static <R> Stage.Seen<R> seen(Object subject, Stage.Look<R> look, Function<Throwable, R> bug)
            throws InterruptedException {
        try {
            return look.look();
        } catch (CancellationException stopped) {
            throw new InterruptedException("the crawl is being stopped");
        } catch (ForeignMessage e) {
            LOG.warn("There is {}; its row says so.", e.getMessage());
            return new Stage.Seen<>(bug.apply(e), List.of());
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            LOG.error("A bug came out while looking at {}; its row says so.", subject, e);
            return new Stage.Seen<>(bug.apply(e), List.of());
        }
    }

    /// Waits for all that is under way, but no longer than this.
    void finish(long nanos) throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    }

    /// Interrupts what is still under way. Returns when nothing is.
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
