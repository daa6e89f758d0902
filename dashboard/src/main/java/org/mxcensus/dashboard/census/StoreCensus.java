package org.mxcensus.dashboard.census;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.evidence.StoredEvidence;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;

/// The census of a store: opens its statistics anew when they are replaced, without a restart.
public final class StoreCensus implements Census {
    private final Store store;
    private final Evidence evidence;
    private final Analyses analyses;
    private final StoreTrends trends;
    private final Damages damages;
    private final WorkCounts work;
    private final Edition edition;

    /// @param store may be empty as yet
    public StoreCensus(Store store) {
        this.store = store;
        this.evidence = StoredEvidence.open(store);
        this.trends = new StoreTrends(store);
        this.damages = new Damages(store);
        this.work = new WorkCounts(store);
        this.edition = new Edition(store, Clock.systemUTC());
        this.analyses = new StoredAnalyses(store, edition);
    }

    @Override
    public Optional<Trends> trends() {
        return trends.newest();
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
        return edition.now();
    }

    @Override
    public Optional<String> notice() {
        return trends.older()
                ? Optional.of(
                        "The newest figures in %s cannot be read; those shown are older. `mxcensus stats` makes them anew."
                                .formatted(store))
                : damages.of(edition());
    }

    @Override
    public List<UnderWay> underWay() {
        return work.underWay();
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
    public void close() {
        trends.close();
        evidence.close();
        analyses.close();
    }
}
