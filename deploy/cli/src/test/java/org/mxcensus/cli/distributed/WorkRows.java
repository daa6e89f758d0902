package org.mxcensus.cli.distributed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.WorkFiles;

/// What the stages have published of a table, as it lies there.
///
/// @param first rows of chunks
/// @param second rows of second tries
record WorkRows<R extends Record>(List<R> first, List<R> second) {

    static <R extends Record> WorkRows<R> of(Path data, Table<R> table) {
        WorkFiles files = new WorkFiles(new DirectoryStore(data), Cluster.CRAWL);
        List<R> first = new ArrayList<>();
        List<R> second = new ArrayList<>();
        for (String name : files.parts(table)) {
            Part.Place place = Part.place(name).orElseThrow();
            Part<R> part = place.retried()
                    ? Part.retries(table, place.partition(), place.chunk())
                    : Part.of(table, place.partition(), place.chunk());
            try (var rows = files.read(part)) {
                rows.forEach((place.retried() ? second : first)::add);
            }
        }
        return new WorkRows<>(first, second);
    }

    static String key(SmtpRow row) {
        return row.host() + " " + row.ip();
    }

    /// The keys that more than one of these rows has.
    static <R> List<String> twice(List<R> rows, Function<R, String> key) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(key.apply(row), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
