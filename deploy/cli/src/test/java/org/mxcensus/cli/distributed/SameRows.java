package org.mxcensus.cli.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mxcensus.cli.Dataset;
import org.mxcensus.datasets.schema.Table;

/// Holds the rows of one crawl against those of another.
///
/// @param expected what is right
/// @param actual what is to be found right
record SameRows(Dataset expected, Dataset actual) {
    private static final int SHOWN = 5;

    /// @param key of a row
    /// @param left rows of the actual crawl that have no counterpart and are judged elsewhere
    /// @param cut takes away what may differ for a reason
    <R extends Record> void in(
            Table<R> table, Function<R, String> key, Predicate<R> left, BiConsumer<R, ObjectNode> cut) {
        Map<String, ObjectNode> one = rows(expected.rows(table), key, cut);
        Map<String, ObjectNode> other =
                rows(actual.rows(table).stream().filter(left.negate()).toList(), key, cut);
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        List<String> differences = keys.stream()
                .filter(each -> !Objects.equals(one.get(each), other.get(each)))
                .map(each -> each + ": " + difference(one.get(each), other.get(each)))
                .toList();
        assertThat(differences.stream().limit(SHOWN))
                .as("%d rows of %s differ".formatted(differences.size(), table))
                .isEmpty();
    }

    private static String difference(@Nullable ObjectNode expected, @Nullable ObjectNode actual) {
        if (expected == null || actual == null) {
            return expected == null ? "is " + actual + ", and should not be" : "is missing, and should be " + expected;
        }
        return expected.properties().stream()
                .filter(field -> !field.getValue().equals(actual.get(field.getKey())))
                .map(field -> "%s is %s, and should be %s"
                        .formatted(field.getKey(), actual.get(field.getKey()), field.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static <R extends Record> Map<String, ObjectNode> rows(
            List<R> rows, Function<R, String> key, BiConsumer<R, ObjectNode> cut) {
        Map<String, ObjectNode> byKey = new TreeMap<>();
        for (R row : rows) {
            ObjectNode json = Dataset.seen(row);
            cut.accept(row, json);
            assertThat(byKey.put(key.apply(row), json)).as(key.apply(row)).isNull();
        }
        return byKey;
    }
}
