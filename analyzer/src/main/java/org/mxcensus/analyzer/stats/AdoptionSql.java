package org.mxcensus.analyzer.stats;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.warehouse.Question;

/// How whoever has a release asks it for the figures of a group, in SQL as DuckDB reads it.
public final class AdoptionSql {
    private AdoptionSql() {}

    /// The figures of a group over all crawls.
    public static String of(Scope scope, Weighting weighting, List<Metric> metrics) {
        return """
                SELECT crawl, frame, %s
                FROM read_parquet('adoption/*/*.parquet', hive_partitioning = true, union_by_name = true)
                WHERE scope = %s AND weighting = %s%s
                ORDER BY crawl
                """.formatted(
                        MetricSql.columns(metrics, ""),
                        Question.quoted(scope.kind()),
                        Question.quoted(weighting.id()),
                        key(scope));
    }

    /// The figures of all top-level domains in one crawl, the largest first.
    public static String ofTlds(LocalDate crawl, Weighting weighting, Metric metric) {
        return """
                SELECT tld, frame, %s
                FROM read_parquet('adoption/*/*.parquet', hive_partitioning = true, union_by_name = true)
                WHERE scope = 'tld' AND weighting = %s AND crawl = DATE '%s'
                ORDER BY frame DESC
                """.formatted(MetricSql.columns(List.of(metric), ""), Question.quoted(weighting.id()), crawl);
    }

    private static String key(Scope scope) {
        return Grouping.of(scope).named(scope).entrySet().stream()
                .map(key -> " AND %s = %s".formatted(key.getKey(), Question.quoted(key.getValue())))
                .collect(Collectors.joining());
    }
}
