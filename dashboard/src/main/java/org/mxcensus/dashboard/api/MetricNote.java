package org.mxcensus.dashboard.api;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Weighting;

/// What a metric counts.
///
/// @param label a name that fits at a line's end
/// @param sentence what is counted among what
/// @param weightings those that it has
/// @param since the version of the program that counted it first
public record MetricNote(
        String id,
        String title,
        String label,
        String sentence,
        String standard,
        List<String> weightings,
        String since) {

    static MetricNote of(Metric metric) {
        return new MetricNote(
                metric.id(),
                metric.title(),
                metric.label(),
                metric.sentence(),
                metric.standard(),
                Stream.of(Weighting.values())
                        .filter(weighting -> weighting.has(metric))
                        .map(Weighting::id)
                        .toList(),
                metric.since());
    }
}
