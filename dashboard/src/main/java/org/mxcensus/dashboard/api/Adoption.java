package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Interval;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Figures;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;

/// `/api/v1/adoption`: the figures of a group over all crawls; what every chart is drawn from.
///
/// @param census where the figures are
record Adoption(Census census) {
    static final Parameter<Integer> LIMIT = Parameters.limit();

    /// One figure. The share is numerator / denominator; frame = denominator + unmeasured + not applicable.
    ///
    /// @param lowest the share if every unmeasured unit lacked the property; null where it applies to nothing
    /// @param highest the share if every unmeasured unit had it
    /// @param interval where the crawl is a sample and domains are counted, where the share of all lies with 95 %
    ///     confidence; null otherwise
    /// @param quality how far the figure can be leaned on
    public record Point(
            LocalDate crawl,
            String metric,
            long frame,
            long numerator,
            long denominator,
            long unmeasured,
            @Nullable Double lowest,
            @Nullable Double highest,
            @Nullable Interval interval,
            String quality) {

        static Point of(AdoptionPoint point, Samples samples) {
            return new Point(
                    point.crawl(),
                    point.metric().id(),
                    point.frame(),
                    point.numerator(),
                    point.denominator(),
                    point.unmeasured(),
                    orNull(point.lowest()),
                    orNull(point.highest()),
                    samples.interval(point),
                    point.quality().id());
        }

        private static @Nullable Double orNull(OptionalDouble share) {
            return share.isPresent() ? share.getAsDouble() : null;
        }
    }

    /// One figure in a line.
    record Line(
            LocalDate crawl,
            String scope,
            String key,
            String weighting,
            String metric,
            long frame,
            long numerator,
            long denominator,
            long unmeasured,
            String quality) {

        static Line of(String scope, String key, String weighting, Point point) {
            return new Line(
                    point.crawl(),
                    scope,
                    key,
                    weighting,
                    point.metric(),
                    point.frame(),
                    point.numerator(),
                    point.denominator(),
                    point.unmeasured(),
                    point.quality());
        }
    }

    Answer answer(Context context) {
        Scope scope = Parameters.scope(context);
        Weighting weighting = Parameters.WEIGHTING.of(context);
        List<Metric> metrics = Figures.metrics(context, weighting);
        List<AdoptionPoint> points = points(context, scope, weighting, EnumSet.copyOf(metrics));
        Samples samples = Samples.of(census.statistics(), weighting);
        return Answer.page(
                context,
                LIMIT,
                Map.of(
                        "scope", scope.kind(),
                        "key", scope.key(),
                        "weighting", weighting.id(),
                        "panel", Figures.PANEL.of(context),
                        "metrics", metrics.stream().map(MetricNote::of).toList(),
                        "crawls",
                                points.stream()
                                        .map(AdoptionPoint::crawl)
                                        .distinct()
                                        .toList()),
                "points",
                points.stream().map(point -> Point.of(point, samples)).toList(),
                point -> Line.of(scope.kind(), scope.key(), weighting.id(), point));
    }

    private List<AdoptionPoint> points(Context context, Scope scope, Weighting weighting, Set<Metric> wanted) {
        List<AdoptionPoint> points = new Figures(census)
                .points(context, scope, weighting).stream()
                        .filter(point -> wanted.contains(point.metric()))
                        .toList();
        if (points.isEmpty()) {
            throw new NotFoundResponse("No crawl has figures for %s %s."
                    .formatted(scope.kind(), scope.key())
                    .replace(" .", "."));
        }
        return points;
    }
}
