package org.mxcensus.analyzer.stats;

import java.time.LocalDate;
import java.util.Map;

/// All figures of a group in its newest crawl, beside those of the crawl before.
///
/// @param crawl the newest crawl
/// @param frame units in the group, domains or MX hosts
/// @param now one point a metric that the weighting has
/// @param before the same for the crawl before; empty where there is none or the group was not in it
public record ScopeRow(
        Scope scope, LocalDate crawl, long frame, Map<Metric, AdoptionPoint> now, Map<Metric, AdoptionPoint> before) {
    public ScopeRow {
        now = Map.copyOf(now);
        before = Map.copyOf(before);
    }
}
