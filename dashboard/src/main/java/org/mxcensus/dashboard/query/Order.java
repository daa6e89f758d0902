package org.mxcensus.dashboard.query;

import io.javalin.http.BadRequestResponse;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.ScopeRow;

/// In which order the rows of a table stand.
///
/// @param key [#NAME], [#SIZE] or the id of a metric, by whose share
/// @param down the largest first
public record Order(String key, boolean down) {
    public static final String NAME = "name";
    public static final String SIZE = "size";

    private static final String DOWN = "-";

    public static final Parameter<Order> PARAMETER = Parameter.of(
            "sort",
            "The column that rows are ordered by: name, size or a metric; the largest first with a minus before it.",
            DOWN + SIZE,
            DOWN + SIZE,
            Order::read);

    private static Order read(String text) {
        boolean down = text.startsWith(DOWN);
        String key = down ? text.substring(DOWN.length()) : text;
        if (!key.equals(NAME) && !key.equals(SIZE) && Metric.find(key).isEmpty()) {
            throw new BadRequestResponse(
                    "There is no column \"%s\" to sort by; write name, size or the id of a metric.".formatted(key));
        }
        return new Order(key, down);
    }

    /// As it stands in an address.
    public String text() {
        return down ? DOWN + key : key;
    }

    /// What a click on a column leads to: the other way round where it is ordered by it, else numbers from the largest
    /// and names from their beginning.
    public Order next(String column) {
        return new Order(column, column.equals(key) ? !down : !column.equals(NAME));
    }

    /// What assistive technology calls the order of a column; empty where it has none.
    public String of(String column) {
        return !column.equals(key) ? "" : down ? "descending" : "ascending";
    }

    /// Groups without a share come last, whichever the direction; groups that are alike by name.
    public Comparator<ScopeRow> comparator() {
        Comparator<ScopeRow> byName = Comparator.comparing(row -> row.scope().key());
        if (key.equals(NAME)) {
            return down ? byName.reversed() : byName;
        }
        if (key.equals(SIZE)) {
            return by(row -> row.frame()).thenComparing(byName);
        }
        Metric metric = Metric.find(key).orElseThrow();
        return Comparator.comparing((ScopeRow row) -> Double.isNaN(share(row, metric)))
                .thenComparing(by(row -> share(row, metric)))
                .thenComparing(byName);
    }

    private Comparator<ScopeRow> by(ToDoubleFunction<ScopeRow> number) {
        Comparator<ScopeRow> up = Comparator.comparingDouble(number);
        return down ? up.reversed() : up;
    }

    private static double share(ScopeRow row, Metric metric) {
        AdoptionPoint point = row.now().get(metric);
        return point == null || point.denominator() == 0
                ? Double.NaN
                : (double) point.numerator() / point.denominator();
    }
}
