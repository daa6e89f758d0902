package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Groups;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;

/// One metric of a few groups.
///
/// @param census where the figures are
record Comparisons(Census census) {
    static final Parameter<Integer> LIMIT = Parameters.limit();

    /// A figure of one of the groups.
    record Compared(
            String key,
            LocalDate crawl,
            String metric,
            String weighting,
            long frame,
            long numerator,
            long denominator,
            long unmeasured) {

        static Compared of(String key, AdoptionPoint point, Weighting weighting) {
            return new Compared(
                    key,
                    point.crawl(),
                    point.metric().id(),
                    weighting.id(),
                    point.frame(),
                    point.numerator(),
                    point.denominator(),
                    point.unmeasured());
        }
    }

    Answer answer(Context context) {
        Weighting weighting = Parameters.WEIGHTING.of(context);
        Metric metric = Groups.metric(context, weighting);
        Map<String, List<AdoptionPoint>> groups = new Groups(census).points(context, metric, weighting);
        List<Compared> points = groups.entrySet().stream()
                .flatMap(group -> group.getValue().stream().map(point -> Compared.of(group.getKey(), point, weighting)))
                .toList();
        return Answer.page(
                context,
                LIMIT,
                Map.of(
                        "scope",
                        Parameters.GROUP.of(context),
                        "weighting",
                        weighting.id(),
                        "metric",
                        MetricNote.of(metric),
                        "keys",
                        groups.keySet(),
                        "crawls",
                        points.stream().map(Compared::crawl).distinct().sorted().toList()),
                "points",
                points);
    }
}
