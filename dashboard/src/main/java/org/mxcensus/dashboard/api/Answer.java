package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;

/// What an address of the API answers.
///
/// @param document as JSON
/// @param rows the same as lines of CSV, records of one type; empty where the address has no CSV
record Answer(Object document, List<? extends Record> rows) {
    Answer {
        rows = List.copyOf(rows);
    }

    /// One that has no lines.
    static Answer of(Object document) {
        return new Answer(document, List.of());
    }

    /// Some of many rows: those that parameters `offset` and `limit` ask for.
    ///
    /// @param about what holds for all rows, by name
    /// @param name of the rows
    static Answer page(
            Context context, Parameter<Integer> limit, Map<String, ?> about, String name, List<? extends Record> all) {
        return page(context, limit, about, name, all, row -> row);
    }

    /// The same of rows that are other lines of CSV.
    ///
    /// @param line what a row is there
    static <R> Answer page(
            Context context,
            Parameter<Integer> limit,
            Map<String, ?> about,
            String name,
            List<R> all,
            Function<R, ? extends Record> line) {
        List<R> rows = all.stream()
                .skip(Parameters.OFFSET.of(context))
                .limit(limit.of(context))
                .toList();
        Map<String, Object> document = new LinkedHashMap<>(about);
        document.put("total", all.size());
        document.put("offset", Parameters.OFFSET.of(context));
        document.put(name, rows);
        return new Answer(document, rows.stream().map(line).toList());
    }
}
