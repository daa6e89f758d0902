package org.mxcensus.analyzer.stats;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Pieces of SQL, one for each metric, so that all metrics are counted in one pass.
final class MetricSql {
    static final List<Metric> OF_DOMAINS = Weighting.DOMAINS.metrics();
    static final List<Metric> OF_HOSTS = Weighting.MX_HOSTS.metrics();

    private MetricSql() {}

    /// Sums over findings that each stand for some units: the columns of the metrics. What does not apply is in none.
    static String counts(List<Metric> metrics, String units) {
        return each(
                metrics,
                metric -> Stream.of(
                                sum(units, metric, "= 'YES'", "numerator"),
                                sum(units, metric, "<> 'UNMEASURED'", "denominator"),
                                sum(units, metric, "= 'UNMEASURED'", "unmeasured"))
                        .collect(Collectors.joining(", ")));
    }

    private static String sum(String units, Metric metric, String condition, String figure) {
        return "CAST(sum(CASE WHEN f.%2$s %3$s THEN %1$s ELSE 0 END) AS BIGINT) AS %2$s_%4$s"
                .formatted(units, metric.id(), condition, figure);
    }

    /// The published columns of all metrics.
    ///
    /// @param suffix what follows each name
    static String columns(String suffix) {
        return columns(OF_DOMAINS, suffix);
    }

    /// The published columns of some metrics.
    static String columns(List<Metric> metrics, String suffix) {
        return each(
                metrics,
                metric ->
                        "%1$s_numerator%2$s, %1$s_denominator%2$s, %1$s_unmeasured%2$s".formatted(metric.id(), suffix));
    }

    /// The published columns out of a list that has the figures of all metrics one after another.
    ///
    /// @param list its name
    static String placed(String list) {
        return each(OF_DOMAINS, metric -> {
            int first = 3 * OF_DOMAINS.indexOf(metric) + 1;
            return "%1$s[%3$d] AS %2$s_numerator, %1$s[%4$d] AS %2$s_denominator, %1$s[%5$d] AS %2$s_unmeasured"
                    .formatted(list, metric.id(), first, first + 1, first + 2);
        });
    }

    /// The figures of each metric out of published tables, some of which are older than the metric: a crawl that has
    /// no figures for it is unmeasured as a whole, until it is counted again.
    ///
    /// @param present the columns that at least one of the tables has
    static String ofPublished(Set<String> present) {
        return each(OF_DOMAINS, metric -> {
            boolean known = present.contains(metric.id() + "_numerator");
            String has = metric.ofHosts() ? "TRUE" : "weighting <> 'mx_hosts'";
            return Stream.of("numerator", "denominator", "unmeasured")
                    .map(figure -> "CASE WHEN %s THEN %s END AS %s"
                            .formatted(
                                    has,
                                    (known ? "coalesce(%s, %s)" : "%2$s")
                                            .formatted(
                                                    metric.id() + "_" + figure,
                                                    figure.equals("unmeasured") ? "frame" : "0"),
                                    metric.id() + "_" + figure))
                    .collect(Collectors.joining(", "));
        });
    }

    /// The columns of each metric as a struct that names it; metrics that the table is older than are left out.
    ///
    /// @param present its columns
    static String figures(Set<String> present) {
        return each(
                OF_DOMAINS.stream()
                        .filter(metric -> present.contains(metric.id() + "_numerator"))
                        .toList(),
                metric -> ("{'metric': '%1$s', 'numerator': %1$s_numerator, 'denominator': %1$s_denominator, "
                                + "'unmeasured': %1$s_unmeasured}")
                        .formatted(metric.id()));
    }

    private static String each(List<Metric> metrics, Function<Metric, String> piece) {
        return metrics.stream().map(piece).collect(Collectors.joining(",\n    "));
    }
}
