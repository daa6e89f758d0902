package org.mxcensus.dashboard.census;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Answers of one kind that take long, each worked out once. Whoever asks for one that is being worked out waits for
/// it, so that many requests cost no more than one. Safe for use by several threads.
///
/// @param <T> the answers
final class Shelf<T> {
    /// Some crawls with the top-level domains that people really look at.
    private static final int KEPT = 100;

    private final Executor workbench;
    private final long patience;
    private final Map<Object, CompletableFuture<T>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /// @param workbench where answers are worked out
    /// @param patience how many milliseconds somebody waits for one
    Shelf(Executor workbench, long patience) {
        this.workbench = workbench;
        this.patience = patience;
    }

    /// The answer that is kept under a key, or else that of the work. What fails is not kept.
    ///
    /// @param key with everything that the answer depends on
    /// @throws TooBusy where it takes too long, or too many wait; the work goes on
    T get(Object key, Supplier<T> work) {
        try {
            return future(key, work).get(patience, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new TooBusy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new CompletionException(e.getCause());
        }
    }

    /// The answer if it is there already; else the work begins, and nobody waits for it.
    Optional<T> peek(Object key, Supplier<T> work) {
        try {
            CompletableFuture<T> future = future(key, work);
            return future.state() == Future.State.SUCCESS ? Optional.of(future.resultNow()) : Optional.empty();
        } catch (RejectedExecutionException e) {
            return Optional.empty(); // The workbench is full: whoever asks again finds a place.
        }
    }

    private synchronized CompletableFuture<T> future(Object key, Supplier<T> work) {
        CompletableFuture<T> known = kept.get(key);
        if (known != null) {
            return known;
        }
        CompletableFuture<T> begun = CompletableFuture.supplyAsync(work, workbench);
        kept.put(key, begun);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        begun.whenComplete((_, failure) -> {
            if (failure != null) {
                forget(key);
            }
        });
        return begun;
    }

    private synchronized void forget(Object key) {
        kept.remove(key);
    }
}
