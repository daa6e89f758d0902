package org.mxcensus.crawler.crawl;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.store.Store;

/// A store that each publication of is two steps: before the file appears, and after.
final class FailingStore implements Store {
    private final Store store;
    private final Steps steps;

    FailingStore(Store store, Steps steps) {
        this.store = store;
        this.steps = steps;
    }

    @Override
    public void publish(Path localFile, String name) {
        steps.step("before " + name);
        store.publish(localFile, name);
        steps.step("after " + name);
    }

    @Override
    public boolean publishFirst(Path localFile, String name) {
        steps.step("before " + name);
        boolean first = store.publishFirst(localFile, name);
        steps.step("after " + name);
        return first;
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
    public Path folder() {
        return store.folder();
    }

    @Override
    public Store within(String folder) {
        return store.within(folder);
    }

    @Override
    public Optional<Store> around(String folder) {
        return store.around(folder);
    }

    @Override
    public String toString() {
        return store.toString();
    }
}
