package org.mxcensus.dashboard.page;

import java.util.List;

/// A table of a page.
///
/// @param caption what it lists
/// @param columns its headings
/// @param rows as many cells each as there are columns, the first of which names the row
/// @param empty why there are no rows, one sentence
public record Sheet(String caption, List<Column> columns, List<List<Cell>> rows, String empty) {
    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param number its cells are numbers
    public record Column(String title, boolean number) {}

    static Column text(String title) {
        return new Column(title, false);
    }

    static Column number(String title) {
        return new Column(title, true);
    }
}
