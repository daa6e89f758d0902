package org.mxcensus.analyzer.stats;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Pieces of SQL, one for each metric, so that all metrics are counted in one pass.
final class MetricSql {
    static final List<Metric> OF_DOMAINS = Weighting.DOMAINS.metrics();
    static final List<Metric> OF_HOSTS = Weighting.MX_HOSTS.metrics();

    private MetricSql() {}

    /// The finding of each metric for a domain; *could not tell* for one that nobody observed.
    ///
    /// @param present the columns of the rows that [Predicate] names
    static String ofDomains(Set<String> present) {
        return findings(OF_DOMAINS, metric -> metric.definition().ofDomains(), present);
    }

    /// The same for an MX host.
    static String ofHosts(Set<String> present) {
        return findings(OF_HOSTS, metric -> metric.definition().ofHosts().orElseThrow(), present);
    }

    /// An ENUM takes an octet a finding, where text takes sixteen.
    private static String findings(List<Metric> metrics, Function<Metric, Predicate> predicate, Set<String> present) {
        return each(
                metrics,
                metric -> "CAST(%s AS ENUM ('YES', 'NO', 'UNMEASURED')) AS %s"
                        .formatted(predicate.apply(metric).told(present), metric.id()));
    }

    /// The findings' own columns.
    static String names(List<Metric> metrics) {
        return each(metrics, Metric::id);
    }

    /// The findings of a row as structs, each with the place of its metric.
    static String numbered(List<Metric> metrics) {
        return IntStream.range(0, metrics.size())
                .mapToObj(place -> "{'metric': %d, 'finding': %s}"
                        .formatted(place, metrics.get(place).id()))
                .collect(Collectors.joining(",\n    "));
    }

    /// Counts of the findings of a group and a metric, of rows that each stand for some units. What does not apply is
    /// counted on its own, so that the sum is a check.
    static String counts() {
        return Stream.of(
                        units("TRUE", "frame"),
                        units("finding.finding = 'YES'", "numerator"),
                        units("finding.finding IN ('YES', 'NO')", "denominator"),
                        units("finding.finding = 'UNMEASURED'", "unmeasured"),
                        units("finding.finding IS NULL", "not_applicable"))
                .collect(Collectors.joining(",\n    "));
    }

    private static String units(String condition, String name) {
        return "CAST(coalesce(sum(units) FILTER (WHERE %s), 0) AS BIGINT) AS %s".formatted(condition, name);
    }

    /// The counts of a group as a list, in the order of its metrics.
    static String inOrder() {
        return """
                list({'frame': frame, 'numerator': numerator, 'denominator': denominator, 'unmeasured': unmeasured} \
                ORDER BY metric)""";
    }

    /// Columns out of such a list; where there is none, nothing was counted.
    static String outOfOrder(List<Metric> metrics) {
        return IntStream.range(0, metrics.size())
                .boxed()
                .flatMap(place -> Stream.of("numerator", "denominator", "unmeasured")
                        .map(figure -> "coalesce(counts[%d].%s, 0) AS %s_%s"
                                .formatted(place + 1, figure, metrics.get(place).id(), figure)))
                .collect(Collectors.joining(",\n    "));
    }

    /// The published columns of the metrics.
    ///
    /// @param suffix what follows each name
    static String columns(String suffix) {
        return each(
                OF_DOMAINS,
                metric ->
                        "%1$s_numerator%2$s, %1$s_denominator%2$s, %1$s_unmeasured%2$s".formatted(metric.id(), suffix));
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

    /// The columns of each metric as a struct that names it.
    static String figures() {
        return each(
                OF_DOMAINS,
                metric -> ("{'metric': '%1$s', 'numerator': %1$s_numerator, 'denominator': %1$s_denominator, "
                                + "'unmeasured': %1$s_unmeasured}")
                        .formatted(metric.id()));
    }

    private static String each(List<Metric> metrics, Function<Metric, String> piece) {
        return metrics.stream().map(piece).collect(Collectors.joining(",\n    "));
    }
}
