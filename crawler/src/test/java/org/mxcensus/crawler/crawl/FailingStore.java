package org.mxcensus.crawler.crawl;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// A store that fails once, at a chosen step. Each publication has two: before the file appears, and after.
final class FailingStore implements Store {
    private final Store store;
    private final int failingStep;
    private final AtomicInteger steps = new AtomicInteger();

    /// @param failingStep from 1
    FailingStore(Store store, int failingStep) {
        this.store = store;
        this.failingStep = failingStep;
    }

    boolean hasFailed() {
        return steps.get() >= failingStep;
    }

    @Override
    public void publish(Path localFile, String name) {
        step("before " + name);
        store.publish(localFile, name);
        step("after " + name);
    }

    @Override
    public boolean publishFirst(Path localFile, String name) {
        step("before " + name);
        boolean first = store.publishFirst(localFile, name);
        step("after " + name);
        return first;
    }

    private void step(String where) {
        // Everything after the first failure fails too: the process is gone.
        if (steps.incrementAndGet() >= failingStep) {
            throw new UserError("the disk is full, " + where);
        }
    }

    @Override
    public Path scratch(String hint) {
        return store.scratch(hint);
    }

    @Override
    public boolean exists(String name) {
        return store.exists(name);
    }

    @Override
    public Path local(String name) {
        return store.local(name);
    }

    @Override
    public List<String> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public void delete(String name) {
        store.delete(name);
    }

    @Override
    public String toString() {
        return store.toString();
    }
}
