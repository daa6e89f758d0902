package org.mxcensus.cli.real;

import java.util.List;
import org.mxcensus.datasets.schema.Table;

/// What may differ between two servers of one world, and why: it tells of their programs, not of the world.
///
/// @param column by its path, as in [Comparison.Difference]
record OfTheSoftware(Table<?> table, String column, String why) {

    private static final String WORDS =
            "a resolver's own words; which of the codes of DNSSEC a fault has is its choice";

    static final List<OfTheSoftware> ALL = List.of(
            new OfTheSoftware(Table.DOMAINS, "ede_code", WORDS),
            new OfTheSoftware(Table.DOMAINS, "ede_text", WORDS),
            new OfTheSoftware(Table.MX_HOSTS, "ede_code", WORDS),
            new OfTheSoftware(Table.MX_HOSTS, "ede_text", WORDS));

    boolean explains(Comparison.Difference difference) {
        return difference.table().equals(table) && difference.column().equals(column);
    }
}
