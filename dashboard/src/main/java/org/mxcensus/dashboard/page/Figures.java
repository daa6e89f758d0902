package org.mxcensus.dashboard.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Weighting;

/// Makes charts out of the statistics of a group.
final class Figures {
    private Figures() {}

    /// The chart of some metrics of a group, with its table.
    ///
    /// @param points of the group over all crawls
    static Figure of(String title, Scope scope, Weighting weighting, List<Metric> metrics, List<AdoptionPoint> points) {
        String query = "?scope=%s&key=%s&weighting=%s&metric=%s"
                .formatted(
                        scope.kind(),
                        URLEncoder.encode(scope.key(), UTF_8),
                        weighting.id(),
                        metrics.stream().map(Metric::id).collect(Collectors.joining(",")));
        return new Figure(
                title,
                subtitle(weighting),
                "/api/v1/adoption" + query,
                "/api/v1/adoption.csv" + query,
                metrics.stream().map(Metric::label).toList(),
                rows(metrics, points),
                metrics);
    }

    private static String subtitle(Weighting weighting) {
        return switch (weighting) {
            case DOMAINS ->
                "Share of domains at each crawl, of those that a metric applies to and that could be measured. "
                        + "Hatched: the share that could not be measured, which is never counted as no.";
            case RANK ->
                "Share of the weight of ranked domains at each crawl, where the n-th of a list counts as an n-th of its "
                        + "first, of those that a metric applies to and that could be measured. Hatched: the share that "
                        + "could not be measured, which is never counted as no.";
            case MX_HOSTS ->
                "Share of MX hosts at each crawl, each counted once, of those that a metric applies to and that could "
                        + "be measured. Hatched: the share that could not be measured, which is never counted as no.";
        };
    }

    private static List<Figure.Row> rows(List<Metric> metrics, List<AdoptionPoint> points) {
        Map<String, Map<Metric, AdoptionPoint>> byCrawl = new LinkedHashMap<>();
        for (AdoptionPoint point : points) {
            byCrawl.computeIfAbsent(point.crawl().toString(), ignored -> new EnumMap<>(Metric.class))
                    .put(point.metric(), point);
        }
        return byCrawl.entrySet().stream()
                .map(crawl -> new Figure.Row(crawl.getKey(), cells(metrics, crawl.getValue())))
                .toList()
                .reversed();
    }

    private static List<Tally> cells(List<Metric> metrics, Map<Metric, AdoptionPoint> points) {
        return metrics.stream()
                .map(points::get)
                .map(point -> point == null ? Tally.NOTHING : Tally.of(point))
                .toList();
    }
}
