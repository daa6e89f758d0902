package org.mxcensus.analyzer.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The names of a column's fields, by the type that DuckDB writes: `dane_hosts.reached` for column `dane_hosts` of
/// type `STRUCT(reached VARCHAR)`.
final class Fields {
    private static final String STRUCT = "STRUCT(";

    private Fields() {}

    /// @param name of the column
    /// @param type as DuckDB writes it
    /// @return the column itself, and its fields where it has some
    static Stream<String> of(String name, String type) {
        if (!type.startsWith(STRUCT) || !type.endsWith(")")) {
            return Stream.of(name);
        }
        Stream<String> fields = parts(type.substring(STRUCT.length(), type.length() - 1)).stream()
                .flatMap(part -> {
                    int space = part.indexOf(' ');
                    return of(name + "." + part.substring(0, space).replace("\"", ""), part.substring(space + 1));
                });
        return Stream.concat(Stream.of(name), fields);
    }

    /// What the commas outside all brackets separate.
    private static List<String> parts(String fields) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < fields.length(); i++) {
            switch (fields.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(fields.substring(begin, i).strip());
                        begin = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(fields.substring(begin).strip());
        return parts;
    }
}
