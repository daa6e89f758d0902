package org.mxcensus.dashboard;

import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.census.Absence;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.UnderWay;

/// A census that is there without a store.
///
/// @param months how many crawls it has
/// @param small whether there are groups that are too small for strangers
record FixtureCensus(int months, boolean simulated, boolean small) implements Census {

    FixtureCensus(int months, boolean simulated) {
        this(months, simulated, false);
    }

    static FixtureCensus withSmallGroups() {
        return new FixtureCensus(12, true, true);
    }

    static FixtureCensus ofAYear() {
        return new FixtureCensus(12, true);
    }

    @Override
    public Optional<Trends> trends() {
        return months == 0 ? Optional.empty() : Optional.of(new FixtureTrends(months, simulated, small));
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
    public Optional<String> notice() {
        return Optional.empty();
    }

    @Override
    public List<UnderWay> underWay() {
        return List.of();
    }

    @Override
    public Absence absence() {
        return new Absence("No crawl yet:", "mxcensus crawl INPUT --data /data");
    }

    @Override
    public void close() {}
}
