package org.mxcensus.dashboard.page;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.AdoptionSql;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameters;

/// Makes charts of shares over crawls.
///
/// @param census tells what happened meanwhile
public record Charts(Census census) {
    /// Rows of the table beside a trend: three years of months.
    private static final int CRAWLS = 36;

    /// The chart of some metrics of a group, with its table.
    ///
    /// @param points of the group, oldest first
    Chart trend(String title, Scope scope, Weighting weighting, List<Metric> metrics, List<AdoptionPoint> points) {
        return trend(
                title,
                scope,
                weighting,
                metrics,
                points,
                Address.of("/chart"),
                AdoptionSql.of(scope, weighting, metrics));
    }

    /// The same between two days.
    ///
    /// @param bounds an address that says those that were asked for
    /// @param sql how the points are made
    Chart trend(
            String title,
            Scope scope,
            Weighting weighting,
            List<Metric> metrics,
            List<AdoptionPoint> points,
            Address bounds,
            String sql) {
        List<LocalDate> crawls =
                points.stream().map(AdoptionPoint::crawl).distinct().toList();
        Address address = shown(bounds, scope, weighting, metrics);
        return new Chart(
                "trend",
                title,
                Texts.of("trend.subtitle." + weighting.id()),
                address.at("/api/v1/adoption").toString(),
                address.at("/api/v1/adoption.csv").toString(),
                sheet(title, metrics, points),
                shown(between(bounds, crawls), scope, weighting, metrics),
                address,
                metrics.stream().map(Charts::note).toList(),
                marks(crawls),
                sql);
    }

    private static Address shown(Address bounds, Scope scope, Weighting weighting, List<Metric> metrics) {
        return bounds.with("scope", scope.kind())
                .with("key", scope.key())
                .with("weighting", weighting.id())
                .with("metric", metrics.stream().map(Metric::id).collect(Collectors.joining(",")));
    }

    /// An address that shows the same crawls also when there are more.
    static Address between(Address bounds, List<LocalDate> crawls) {
        return crawls.isEmpty()
                ? bounds
                : bounds.orElse("since", crawls.getFirst()).orElse("until", crawls.getLast());
    }

    /// What a metric counts.
    static Chart.Note note(Metric metric) {
        return new Chart.Note(Words.title(metric), "%s (%s)".formatted(Words.sentence(metric), metric.standard()));
    }

    /// What happened between the first and the last of some crawls.
    List<Chart.Mark> marks(List<LocalDate> crawls) {
        if (crawls.isEmpty()) {
            return List.of();
        }
        return census.analyses().events().stream()
                .filter(event ->
                        !event.day().isBefore(crawls.getFirst()) && !event.day().isAfter(crawls.getLast()))
                .map(event -> new Chart.Mark(
                        event.day().toString(),
                        Parameters.id(event.kind()),
                        event.date(),
                        event.what(),
                        event.source()))
                .toList();
    }

    private static Sheet sheet(String title, List<Metric> metrics, List<AdoptionPoint> points) {
        Map<LocalDate, Map<Metric, AdoptionPoint>> byCrawl = new LinkedHashMap<>();
        for (AdoptionPoint point : points) {
            byCrawl.computeIfAbsent(point.crawl(), _ -> new EnumMap<>(Metric.class))
                    .put(point.metric(), point);
        }
        return new Sheet(
                        title,
                        Stream.concat(
                                        Stream.of(Sheet.text(Texts.of("column.crawl"))),
                                        metrics.stream().flatMap(metric -> columns(Words.label(metric))))
                                .toList(),
                        byCrawl.entrySet().stream()
                                .map(crawl -> Stream.concat(
                                                Stream.of(Cell.of(crawl.getKey())),
                                                metrics.stream().flatMap(metric -> cells(crawl.getValue(), metric)))
                                        .toList())
                                .toList()
                                .reversed(),
                        Texts.of("trend.empty"))
                .first(CRAWLS, "trend.more");
    }

    /// The columns of a figure.
    static Stream<Sheet.Column> columns(String label) {
        return Stream.of(
                Sheet.number(Texts.of("column.share", label)),
                Sheet.number(Texts.of("column.of")),
                Sheet.number(Texts.of("column.unmeasured")));
    }

    private static Stream<Cell> cells(Map<Metric, AdoptionPoint> points, Metric metric) {
        AdoptionPoint point = points.get(metric);
        return point == null
                ? Stream.of(Cell.share(0, 0, 0), Cell.of(0), Cell.of(0))
                : cells(point.numerator(), point.denominator(), point.unmeasured());
    }

    /// The cells of a figure.
    static Stream<Cell> cells(long numerator, long denominator, long unmeasured) {
        return Stream.of(Cell.share(numerator, denominator, unmeasured), Cell.of(denominator), Cell.of(unmeasured));
    }
}
