package org.mxcensus.dashboard.page;

import java.util.List;
import java.util.stream.IntStream;
import org.mxcensus.dashboard.query.Order;

/// A table of a page.
///
/// @param caption what it lists
/// @param columns its headings
/// @param rows as many cells each as there are columns, the first of which names the row
/// @param empty why there are no rows, one sentence
/// @param more where the rows are that are left out; empty where all are here
public record Sheet(String caption, List<Column> columns, List<List<Cell>> rows, String empty, String more) {
    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    Sheet(String caption, List<Column> columns, List<List<Cell>> rows, String empty) {
        this(caption, columns, rows, empty, "");
    }

    /// The first rows.
    ///
    /// @param limit how many they are at most
    /// @param elsewhere where all of them are, a sentence with places for both numbers
    Sheet first(int limit, String elsewhere) {
        return rows.size() <= limit
                ? this
                : new Sheet(
                        caption,
                        columns,
                        rows.subList(0, limit),
                        empty,
                        Texts.of(elsewhere, Numbers.count(limit), Numbers.count(rows.size())));
    }

    /// @param number its cells are numbers
    /// @param address where the table is in the order of this column; empty where the browser orders the rows
    /// @param order `ascending` or `descending` where the rows are in its order; empty otherwise
    public record Column(String title, boolean number, String address, String order) {}

    static Column text(String title) {
        return new Column(title, false, "", "");
    }

    static Column number(String title) {
        return new Column(title, true, "", "");
    }

    /// The same, where another order is another address.
    ///
    /// @param keys what the columns are called in addresses
    /// @param order in which the rows are
    /// @param address of the page but for the order
    Sheet ordered(List<String> keys, Order order, Address address) {
        return new Sheet(
                caption,
                IntStream.range(0, columns.size())
                        .mapToObj(i -> new Column(
                                columns.get(i).title(),
                                columns.get(i).number(),
                                address.with("sort", order.next(keys.get(i)).text())
                                        .toString(),
                                order.of(keys.get(i))))
                        .toList(),
                rows,
                empty,
                more);
    }

    /// Whether the rows are in an order that the address says.
    public boolean ordered() {
        return columns.stream().anyMatch(column -> !column.address().isEmpty());
    }
}
