package org.mxcensus.ledger.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One parser on a thread of its own, whose CPU time and memory can be told from all others'.
final class Trial implements AutoCloseable {

    /// How often a thread that has not come back is looked at.
    private static final long LOOK_MILLIS = 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Parser parser;
    private final Limits limits;
    private final ExecutorService executor;
    private final Thread thread;
    private volatile long begunAt;

    Trial(String name, Parser parser, Limits limits) throws InterruptedException {
        this.parser = parser;
        this.limits = limits;
        executor = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("fuzz " + name).factory());
        thread = value(executor.submit(Thread::currentThread));
    }

    /// @return what was wrong; after a parser that does not come back, the same for every input
    Optional<Finding> of(byte[] input) throws InterruptedException {
        Future<Optional<Finding>> tried = executor.submit(() -> tried(input));
        while (true) {
            try {
                return tried.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (THREADS.getThreadCpuTime(thread.threadId()) - begunAt
                        > limits.cpu().toNanos()) {
                    return Optional.of(stuck());
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Optional<Finding> tried(byte[] input) {
        begunAt = THREADS.getCurrentThreadCpuTime();
        long had = THREADS.getCurrentThreadAllocatedBytes();
        try {
            parser.take(input);
        } catch (Throwable e) {
            return Optional.of(new Finding("throws " + e, e));
        }
        long took = THREADS.getCurrentThreadAllocatedBytes() - had;
        if (took > limits.allocated()) {
            return Optional.of(
                    new Finding("takes %d bytes of memory".formatted(took), new Throwable("no place in it")));
        }
        return THREADS.getCurrentThreadCpuTime() - begunAt > limits.cpu().toNanos()
                ? Optional.of(stuck())
                : Optional.empty();
    }

    private Finding stuck() {
        Throwable where = new Throwable("where it was");
        where.setStackTrace(thread.getStackTrace());
        return new Finding("thinks for more than " + limits.cpu().toMillis() + " ms of CPU", where);
    }

    private static Thread value(Future<Thread> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
