package org.mxcensus.crawler.crawl;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.mxcensus.datasets.store.UserError;

/// Parts of a work that run at once, and end together.
///
/// They are few, and read and write files, which would hold a carrier of virtual threads meanwhile: of those there are
/// as many as processors, and every look needs them. So each has a thread of the platform.
final class Together {

    private Together() {}

    interface Part {
        void run() throws InterruptedException;
    }

    /// Runs the parts until all have ended, or one has failed: then the others are interrupted. None is left behind.
    ///
    /// @throws UserError of the part that failed
    /// @throws InterruptedException where the calling thread or one of the parts is interrupted
    static void run(List<Part> parts) throws InterruptedException {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(threads())) {
            try {
                CompletionService<Boolean> running = new ExecutorCompletionService<>(threads);
                parts.forEach(part -> running.submit(ended(part)));
                for (int ended = 0; ended < parts.size(); ended++) {
                    running.take().get();
                }
            } catch (ExecutionException e) {
                throw failure(e);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /// Named after the one that waits for them.
    private static ThreadFactory threads() {
        return Thread.ofPlatform()
                .daemon()
                .name(Thread.currentThread().getName() + "-", 0)
                .factory();
    }

    private static Callable<Boolean> ended(Part part) {
        return () -> {
            try {
                part.run();
                return true;
            } catch (CancellationException stopped) {
                throw new InterruptedException("stopped while the storage was asked");
            }
        };
    }

    private static RuntimeException failure(ExecutionException failed) throws InterruptedException {
        return switch (failed.getCause()) {
            case UserError error -> error;
            case InterruptedException stopped -> throw stopped;
            case null, default -> new IllegalStateException("a part of the crawl failed", failed.getCause());
        };
    }
}
