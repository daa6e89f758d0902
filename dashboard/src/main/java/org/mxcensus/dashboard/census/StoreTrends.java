package org.mxcensus.dashboard.census;

import java.util.Optional;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.TrendsCache;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// The statistics of a store, opened anew when they are replaced. Where the new ones cannot be read, half copied or
/// damaged, the last good ones stay. Safe for use by several threads.
final class StoreTrends implements AutoCloseable {
    private final Store store;

    private Optional<Trends> held = Optional.empty();

    /// Held one replacement longer, since a request that began before may still read it.
    private Optional<Trends> retired = Optional.empty();

    /// The state of the file that could not be read; empty where the last could.
    private String unreadable = "";

    StoreTrends(Store store) {
        this.store = store;
    }

    /// The newest that can be read; empty while there are none.
    ///
    /// @throws UserError where there are some and none of them could ever be read
    synchronized Optional<Trends> newest() {
        if (held.filter(Trends::current).isPresent()) {
            unreadable = "";
        } else if (unreadable.isEmpty() || !unreadable.equals(state())) {
            open();
        }
        return held;
    }

    /// Whether there are newer ones, which cannot be read.
    synchronized boolean older() {
        return !unreadable.isEmpty();
    }

    private void open() {
        String state = state();
        try {
            Optional<Trends> opened = TrendsStore.open(store);
            retired.ifPresent(Trends::close);
            retired = held;
            held = opened;
            unreadable = "";
        } catch (UserError e) {
            if (held.isEmpty()) {
                throw e;
            }
            unreadable = state;
        }
    }

    private String state() {
        return store.exists(TrendsCache.FILE) ? Edition.identity(store.local(TrendsCache.FILE)) : "";
    }

    @Override
    public synchronized void close() {
        retired.ifPresent(Trends::close);
        held.ifPresent(Trends::close);
        retired = Optional.empty();
        held = Optional.empty();
    }
}
