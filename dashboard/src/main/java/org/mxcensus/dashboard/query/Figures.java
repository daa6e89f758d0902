package org.mxcensus.dashboard.query;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.AdoptionSql;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.PanelPoint;
import org.mxcensus.dashboard.census.Census;

/// The figures of a group over crawls, of all its domains or of those that every crawl was to measure.
///
/// @param census where they are
public record Figures(Census census) {
    private static final String ALL = "all";
    private static final String CONSTANT = "constant";

    /// Whether the share moves also by who comes and goes.
    public static final Parameter<String> PANEL = Parameter.choice(
            "panel",
            "Which domains are counted: all of each crawl, or the constant panel, the domains that every crawl of the"
                    + " answer was to measure; that is known of all domains and of TLDs, by domains.",
            List.of(ALL, CONSTANT),
            Function.identity());

    /// Metrics that are told of the constant panel.
    private static final List<Metric> OF_PANEL = Stream.of(Mechanism.values())
            .flatMap(mechanism -> Metric.find(mechanism.id()).stream())
            .toList();

    /// Whether a request asks for the constant panel.
    public static boolean constant(Context context) {
        return PANEL.of(context).equals(CONSTANT);
    }

    /// Those of the metrics that the panel asked for has; of the constant panel these are the mechanisms.
    ///
    /// @throws BadRequestResponse where a request names one that it has not
    public static List<Metric> metrics(Context context, Weighting weighting) {
        List<Metric> metrics = Parameters.metrics(context, weighting);
        if (!constant(context)) {
            return metrics;
        }
        if (!Parameters.METRIC.of(context).isEmpty() && !OF_PANEL.containsAll(metrics)) {
            throw new BadRequestResponse("The constant panel has the metrics %s; ask for some of these."
                    .formatted(OF_PANEL.stream().map(Metric::id).collect(Collectors.joining(", "))));
        }
        return metrics.stream().filter(OF_PANEL::contains).toList();
    }

    /// The points between the days that a request names, oldest first; none where no crawl has any.
    ///
    /// @throws BadRequestResponse where the constant panel of such a group is not known
    public List<AdoptionPoint> points(Context context, Scope scope, Weighting weighting) {
        return constant(context)
                ? panel(context, scope, weighting)
                : census.statistics().points(scope, weighting).stream()
                        .filter(point -> Parameters.between(context, point.crawl()))
                        .toList();
    }

    /// How [#points] are made, in SQL.
    public String sql(Context context, Scope scope, Weighting weighting, List<Metric> metrics) {
        return constant(context)
                ? census.analyses().panel(crawls(context), tld(scope)).recipe().sql()
                : AdoptionSql.of(scope, weighting, metrics);
    }

    private List<LocalDate> crawls(Context context) {
        return census.statistics().crawls().stream()
                .map(CrawlSummary::crawl)
                .filter(crawl -> Parameters.between(context, crawl))
                .toList();
    }

    private List<AdoptionPoint> panel(Context context, Scope scope, Weighting weighting) {
        if (weighting != Weighting.DOMAINS) {
            throw new BadRequestResponse("The constant panel is one of domains; ask for weighting=domains.");
        }
        return census.analyses().panel(crawls(context), tld(scope)).points().stream()
                .filter(point -> point.panel().frame() > 0)
                .flatMap(Figures::point)
                .toList();
    }

    private static Optional<String> tld(Scope scope) {
        return switch (scope) {
            case Scope.All _ -> Optional.empty();
            case Scope.Tld(String tld) -> Optional.of(tld);
            case Scope.Source _,
                    Scope.Provider _,
                    Scope.TldProvider _,
                    Scope.ProviderGroup _,
                    Scope.DnsOperator _,
                    Scope.Issuer _ ->
                throw new BadRequestResponse(
                        "The constant panel is known of all domains and of a TLD; ask for scope=all or scope=tld.");
        };
    }

    private static Stream<AdoptionPoint> point(PanelPoint point) {
        return Metric.find(point.mechanism().id()).stream()
                .map(metric -> new AdoptionPoint(
                        point.crawl(),
                        metric,
                        point.panel().frame(),
                        point.panel().numerator(),
                        point.panel().denominator(),
                        point.panel().unmeasured()));
    }
}
