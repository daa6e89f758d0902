package org.mxcensus.dashboard.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Comma-separated values (RFC 4180) that no spreadsheet takes for formulas: a line a record, a column a component.
final class Csv {
    private Csv() {}

    /// The heading, and a line for each row.
    static String of(Class<? extends Record> type, List<? extends Record> rows) {
        return Stream.concat(
                        Stream.of(line(columns(type).map(Names::snakeCase))),
                        rows.stream()
                                .map(row -> line(
                                        Stream.of(type.getRecordComponents()).map(component -> value(component, row)))))
                .collect(Collectors.joining());
    }

    private static Stream<String> columns(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents()).map(RecordComponent::getName);
    }

    private static String line(Stream<?> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// Several values stand in one cell, with spaces between; a value that is not there leaves its cell empty.
    private static Object value(RecordComponent component, Record row) {
        try {
            @Nullable Object value = component.getAccessor().invoke(row);
            return switch (value) {
                case null -> "";
                case Collection<?> several ->
                    several.stream().map(String::valueOf).collect(Collectors.joining(" "));
                default -> value;
            };
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record that cannot be read: " + row.getClass(), e);
        }
    }

    private static String cell(Object value) {
        String plain = value.toString();
        // A name from the network that begins like a formula would be computed by a spreadsheet.
        String safe = value instanceof String && plain.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + plain : plain;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
