package org.mxcensus.dashboard;

import java.util.Optional;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.census.Absence;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Census;

/// A census that is there without a store.
///
/// @param months how many crawls it has
record FixtureCensus(int months, boolean simulated) implements Census {

    static FixtureCensus ofAYear() {
        return new FixtureCensus(12, true);
    }

    @Override
    public Optional<Trends> trends() {
        return months == 0 ? Optional.empty() : Optional.of(new FixtureTrends(months, simulated));
    }

    @Override
    public Evidence evidence() {
        return new FixtureEvidence();
    }

    @Override
    public Analyses analyses() {
        return new FixtureAnalyses();
    }

    @Override
    public String edition() {
        return "fixture-" + months;
    }

    @Override
    public Absence absence() {
        return new Absence("No crawl yet:", "mxcensus crawl INPUT --data /data");
    }

    @Override
    public void close() {}
}
