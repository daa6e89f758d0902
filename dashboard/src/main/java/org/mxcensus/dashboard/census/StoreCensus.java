package org.mxcensus.dashboard.census;

import java.util.Optional;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.evidence.StoredEvidence;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;

/// The census of a store: opens its statistics anew when they are replaced, without a restart.
public final class StoreCensus implements Census {
    private final Store store;
    private final Evidence evidence;
    private final Analyses analyses;

    private Optional<Trends> held = Optional.empty();

    /// Held one replacement longer, since a request that began before may still read it.
    private Optional<Trends> retired = Optional.empty();

    /// @param store may be empty as yet
    public StoreCensus(Store store) {
        this.store = store;
        this.evidence = StoredEvidence.open(store);
        this.analyses = new StoredAnalyses(store);
    }

    @Override
    public synchronized Optional<Trends> trends() {
        if (held.filter(Trends::current).isEmpty()) {
            retired.ifPresent(Trends::close);
            retired = held;
            held = TrendsStore.open(store);
        }
        return held;
    }

    @Override
    public Evidence evidence() {
        return evidence;
    }

    @Override
    public Analyses analyses() {
        return analyses;
    }

    @Override
    public String edition() {
        return Edition.of(store);
    }

    @Override
    public Absence absence() {
        if (!new Manifests(store).crawls().isEmpty()) {
            return new Absence(
                    "There are crawls in %s and no statistics of them yet; this command makes them:".formatted(store),
                    "mxcensus stats --data " + store);
        }
        if (!store.list("work").isEmpty()) {
            return new Absence(
                    "A crawl in %s has begun and has not ended; its figures appear here when it has. Run the same command again if it was interrupted:"
                            .formatted(store),
                    "mxcensus crawl INPUT --data " + store);
        }
        return new Absence(
                "There is no crawl in %s yet; this command makes one:".formatted(store),
                "mxcensus crawl INPUT --data " + store);
    }

    @Override
    public synchronized void close() {
        retired.ifPresent(Trends::close);
        held.ifPresent(Trends::close);
        retired = Optional.empty();
        held = Optional.empty();
        evidence.close();
        analyses.close();
    }
}
