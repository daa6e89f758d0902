package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;

/// Groups of the newest crawl beside each other, the largest first.
///
/// @param census where their figures are
record Largest(Census census) {
    static final Parameter<Integer> LIMIT = Parameters.limit(1000);

    /// A group in the newest crawl, with the crawl before beside it.
    record Group(String scope, String key, long frame, List<Adoption.Point> now, List<Adoption.Point> before) {}

    /// Reads the largest groups of a kind.
    interface Read {
        List<ScopeRow> of(Trends trends, Weighting weighting, int limit);
    }

    Answer answer(Context context, Read read) {
        Trends trends = census.statistics();
        Weighting weighting = Parameters.WEIGHTING.of(context);
        Set<Metric> metrics = Set.copyOf(Parameters.metrics(context, weighting));
        Samples samples = Samples.of(trends, weighting);
        int offset = Parameters.OFFSET.of(context);
        List<ScopeRow> rows = read.of(trends, weighting, offset + LIMIT.of(context)).stream()
                .skip(offset)
                .toList();
        BiFunction<ScopeRow, Map<Metric, AdoptionPoint>, List<Adoption.Point>> points =
                (_, byMetric) -> byMetric.entrySet().stream()
                        .filter(entry -> metrics.contains(entry.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> Adoption.Point.of(entry.getValue(), samples))
                        .toList();
        List<Group> groups = rows.stream()
                .map(row -> new Group(
                        row.scope().kind(),
                        row.scope().key(),
                        row.frame(),
                        points.apply(row, row.now()),
                        points.apply(row, row.before())))
                .toList();
        return new Answer(
                Map.of("offset", offset, "groups", groups),
                groups.stream()
                        .flatMap(group -> group.now().stream()
                                .map(point -> Adoption.Line.of(group.scope(), group.key(), weighting.id(), point)))
                        .toList());
    }
}
