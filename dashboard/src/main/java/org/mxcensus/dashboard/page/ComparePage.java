package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.AdoptionSql;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Groups;
import org.mxcensus.dashboard.query.Parameters;

/// `/compare`: one metric of a few groups side by side.
///
/// @param census where the figures are
/// @param charts tells what happened meanwhile
public record ComparePage(Census census, Charts charts) {

    /// What a request shows.
    public Topic topic(Context context) {
        Weighting weighting = Parameters.WEIGHTING.of(context);
        Metric metric = Groups.metric(context, weighting);
        Map<String, List<AdoptionPoint>> groups = new Groups(census).points(context, metric, weighting);
        List<String> unknown = groups.entrySet().stream()
                .filter(group -> group.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return new Topic(
                Texts.of("compare.title"),
                Texts.of("compare.lead"),
                unknown.isEmpty() ? List.of() : List.of(Texts.of("compare.unknown", String.join(", ", unknown))),
                List.of(
                        Control.choice(
                                context,
                                Parameters.GROUP,
                                Texts.of("control.scope"),
                                scope -> Texts.of("control.scope." + scope)),
                        new Control(
                                Parameters.KEYS.name(),
                                Texts.of("control.keys"),
                                List.of(),
                                String.join(",", groups.keySet()),
                                false),
                        Controls.metric(context, metric, weighting),
                        Controls.weighting(context),
                        Control.text(context, Parameters.SINCE, Texts.of("control.since")),
                        Control.text(context, Parameters.UNTIL, Texts.of("control.until"))),
                groups.size() == unknown.size() ? List.of() : List.of(chart(context, metric, weighting, groups)),
                List.of());
    }

    private Chart chart(Context context, Metric metric, Weighting weighting, Map<String, List<AdoptionPoint>> groups) {
        String title = Texts.of("compare.figure", Words.title(metric));
        List<LocalDate> crawls = groups.values().stream()
                .flatMap(List::stream)
                .map(AdoptionPoint::crawl)
                .distinct()
                .sorted()
                .toList();
        Address address = Charts.between(
                Address.of("/compare")
                        .with("scope", Parameters.GROUP.of(context))
                        .with("keys", String.join(",", groups.keySet()))
                        .with("metric", metric.id())
                        .with("weighting", weighting.id())
                        .with("since", Parameters.SINCE.text(context))
                        .with("until", Parameters.UNTIL.text(context)),
                crawls);
        return new Chart(
                "compare",
                title,
                Words.sentence(metric) + " " + Texts.of("trend.subtitle." + weighting.id()),
                address.at("/api/v1/compare").toString(),
                address.at("/api/v1/compare.csv").toString(),
                sheet(title, crawls, groups),
                address,
                address.asked(context),
                List.of(Charts.note(metric)),
                charts.marks(crawls),
                groups.keySet().stream()
                        .map(key -> AdoptionSql.of(
                                Groups.scope(Parameters.GROUP.of(context), key), weighting, List.of(metric)))
                        .collect(Collectors.joining("\n")));
    }

    private static Sheet sheet(String title, List<LocalDate> crawls, Map<String, List<AdoptionPoint>> groups) {
        return new Sheet(
                title,
                Stream.concat(
                                Stream.of(Sheet.text(Texts.of("column.crawl"))),
                                groups.keySet().stream().flatMap(Charts::columns))
                        .toList(),
                crawls.reversed().stream()
                        .map(crawl -> Stream.concat(
                                        Stream.of(Cell.of(crawl)),
                                        groups.values().stream().flatMap(points -> cells(points, crawl)))
                                .toList())
                        .toList(),
                Texts.of("trend.empty"));
    }

    private static Stream<Cell> cells(List<AdoptionPoint> points, LocalDate crawl) {
        Map<LocalDate, AdoptionPoint> byCrawl = new LinkedHashMap<>();
        points.forEach(point -> byCrawl.put(point.crawl(), point));
        AdoptionPoint point = byCrawl.get(crawl);
        return point == null
                ? Charts.cells(0, 0, 0)
                : Charts.cells(point.numerator(), point.denominator(), point.unmeasured());
    }
}
