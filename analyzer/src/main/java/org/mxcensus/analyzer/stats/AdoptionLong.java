package org.mxcensus.analyzer.stats;

import java.util.Set;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;

/// View `adoption_long`: table `adoption` with a row for each metric.
public final class AdoptionLong {
    private AdoptionLong() {}

    /// Makes the view in a warehouse that has a table or view `adoption`.
    public static void define(Warehouse warehouse) {
        Set<String> present = warehouse.columns(Stats.ADOPTION);
        warehouse.run(Question.named(AdoptionLong.class, "adoption_long")
                .piece("keys", String.join(", ", Grouping.KEYS))
                .piece("given", Grouping.all(present))
                .piece("figures", MetricSql.figures(present))
                .build());
    }

    /// SQL: the columns that name a group, of a relation that may be of an earlier version.
    public static String keys(Warehouse warehouse, String relation) {
        Set<String> present = warehouse.columns(relation);
        return Grouping.KEYS.stream().filter(present::contains).collect(Collectors.joining(", "));
    }
}
