package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
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
import org.mxcensus.dashboard.query.Parameters;

/// `/api/v1/adoption`: the figures of a group over all crawls; what every chart is drawn from.
///
/// @param scope the kind of group
/// @param key its name; empty for `all`
/// @param panel `constant` where only domains are counted that every one of the crawls was to measure; else `all`
/// @param crawls those in which the group occurs, oldest first
/// @param points by crawl, then metric
public record Adoption(
        String scope,
        String key,
        String weighting,
        String panel,
        List<MetricNote> metrics,
        List<LocalDate> crawls,
        List<Point> points) {

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

    static Answer answer(Census census, Context context) {
        Adoption adoption = read(census, context);
        return new Answer(
                adoption,
                adoption.points().stream()
                        .map(point -> Line.of(adoption.scope(), adoption.key(), adoption.weighting(), point))
                        .toList());
    }

    private static Adoption read(Census census, Context context) {
        Scope scope = Parameters.scope(context);
        Weighting weighting = Parameters.WEIGHTING.of(context);
        List<Metric> metrics = Figures.metrics(context, weighting);
        Set<Metric> wanted = EnumSet.copyOf(metrics);
        List<AdoptionPoint> points = new Figures(census)
                .points(context, scope, weighting).stream()
                        .filter(point -> wanted.contains(point.metric()))
                        .toList();
        if (points.isEmpty()) {
            throw new NotFoundResponse("No crawl has figures for %s %s."
                    .formatted(scope.kind(), scope.key())
                    .replace(" .", "."));
        }
        Samples samples = Samples.of(census.statistics(), weighting);
        return new Adoption(
                scope.kind(),
                scope.key(),
                weighting.id(),
                Figures.PANEL.of(context),
                metrics.stream().map(MetricNote::of).toList(),
                points.stream().map(AdoptionPoint::crawl).distinct().toList(),
                points.stream().map(point -> Point.of(point, samples)).toList());
    }
}
