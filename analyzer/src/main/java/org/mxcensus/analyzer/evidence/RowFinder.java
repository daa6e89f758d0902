package org.mxcensus.analyzer.evidence;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;

/// Finds rows by the first column of their key. The files are sorted by it, so few row groups are read.
///
/// @param warehouse a connection of one's own
/// @param store where the files lie
/// @param firsts which files to look in
/// @param manifests the crawls to look in
record RowFinder(Warehouse warehouse, Store store, FirstKeys firsts, List<Manifest> manifests) {

    /// A row and the crawl that it belongs to.
    record Found<R extends Record>(LocalDate crawl, R row) {}

    /// The rows of these keys, by crawl.
    <R extends Record> List<Found<R>> inCrawls(Table<R> table, Collection<String> keys) {
        List<Path> files = manifests.stream()
                .flatMap(manifest -> files(manifest, table, keys))
                .toList();
        if (keys.isEmpty() || files.isEmpty()) {
            return List.of();
        }
        List<String> wanted = List.copyOf(keys);
        Question.Builder question = Question.named(RowFinder.class, "rows")
                .piece("replacements", RowJson.replacements(table))
                .piece("relation", Warehouse.files(files))
                .piece("key", table.key().getFirst())
                .piece(
                        "wanted",
                        IntStream.range(0, wanted.size())
                                .mapToObj(i -> "$key" + i)
                                .collect(Collectors.joining(", ")));
        IntStream.range(0, wanted.size()).forEach(i -> question.value("key" + i, wanted.get(i)));
        return warehouse.ask(
                question.build(),
                row -> new Found<>(LocalDate.parse(row.getString(1)), RowJson.read(table, row.getString(2))));
    }

    private Stream<Path> files(Manifest manifest, Table<?> table, Collection<String> keys) {
        List<Path> files =
                manifest.paths(table.name()).stream().map(store::local).toList();
        return keys.stream()
                .flatMap(key -> firsts.files(warehouse, table.key().getFirst(), files, key).stream())
                .distinct();
    }

    <R extends Record> List<R> all(Table<R> table, Collection<String> keys) {
        return inCrawls(table, keys).stream().map(Found::row).toList();
    }

    <R extends Record> List<R> all(Table<R> table, String key) {
        return all(table, List.of(key));
    }

    <R extends Record> Optional<R> one(Table<R> table, String key) {
        return all(table, key).stream().findFirst();
    }
}
