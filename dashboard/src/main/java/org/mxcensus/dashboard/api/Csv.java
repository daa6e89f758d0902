package org.mxcensus.dashboard.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Comma-separated values (RFC 4180) that no spreadsheet takes for formulas.
final class Csv {
    private final StringBuilder text = new StringBuilder();

    Csv(String... heading) {
        line((Object[]) heading);
    }

    /// Adds a line; `toString()` of each value is its cell.
    void line(Object... values) {
        text.append(Stream.of(values).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(Object value) {
        String plain = value.toString();
        // A name from the network that begins like a formula would be computed by a spreadsheet.
        String safe = value instanceof String && plain.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + plain : plain;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
