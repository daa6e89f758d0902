package org.mxcensus.crawler.dns;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A question that is on its way in a virtual thread of its own, so that independent questions wait for their
/// answers together. Who asks also awaits.
///
/// @param <T> what it gives
public final class Underway<T> {
    private final FutureTask<T> task;

    private Underway(Supplier<T> question) {
        this.task = new FutureTask<>(question::get);
    }

    public static <T> Underway<T> ask(Supplier<T> question) {
        Underway<T> underway = new Underway<>(question);
        Thread.startVirtualThread(underway.task);
        return underway;
    }

    /// What the question gave; or throws what it threw.
    ///
    /// @throws CancellationException where this thread is interrupted, which ends the question too
    public T await() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while questions were under way");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("a supplier throws nothing else", e);
            }
        }
    }
}
