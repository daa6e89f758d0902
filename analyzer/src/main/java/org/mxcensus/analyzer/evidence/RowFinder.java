package org.mxcensus.analyzer.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.Store;

/// Finds rows of one crawl by the first column of their key.
///
/// @param store where the files lie
/// @param manifest the crawl
record RowFinder(Store store, Manifest manifest) {

    <R extends Record> List<R> all(Table<R> table, Collection<String> keys) {
        return manifest.paths(table.name()).stream()
                .flatMap(path ->
                        ParquetFiles.find(table, store.local(path), table.key().getFirst(), keys).stream())
                .toList();
    }

    <R extends Record> List<R> all(Table<R> table, String key) {
        return all(table, List.of(key));
    }

    <R extends Record> Optional<R> one(Table<R> table, String key) {
        return all(table, key).stream().findFirst();
    }
}
