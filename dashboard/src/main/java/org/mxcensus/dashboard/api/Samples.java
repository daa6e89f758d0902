package org.mxcensus.dashboard.api;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Interval;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;

/// Which figures are those of a sample, drawn domain by domain.
///
/// @param crawls whose frame holds a sample
/// @param weighting of the figures
record Samples(Set<LocalDate> crawls, Weighting weighting) {

    static Samples of(Trends trends, Weighting weighting) {
        return new Samples(
                trends.crawls().stream()
                        .filter(CrawlSummary::sampled)
                        .map(CrawlSummary::crawl)
                        .collect(Collectors.toUnmodifiableSet()),
                weighting);
    }

    /// Where the share of all lies; null where it is the share of all itself, or of what was not drawn by chance: an
    /// MX host comes into a sample the sooner, the more domains use it.
    @Nullable
    Interval interval(AdoptionPoint point) {
        return weighting == Weighting.DOMAINS && crawls.contains(point.crawl())
                ? Interval.wilson(point.numerator(), point.denominator()).orElse(null)
                : null;
    }
}
