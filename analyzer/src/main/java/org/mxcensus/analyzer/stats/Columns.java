package org.mxcensus.analyzer.stats;

import java.util.Set;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;

/// What columns there are: tables of earlier versions lack those that have come since.
final class Columns {
    private Columns() {}

    /// The names of a relation's columns; those of a view over several files that at least one of them has.
    static Set<String> of(Warehouse warehouse, String relation) {
        return Set.copyOf(warehouse.ask(
                Question.named(Columns.class, "columns")
                        .piece("relation", relation)
                        .build(),
                row -> row.getString("column_name")));
    }
}
