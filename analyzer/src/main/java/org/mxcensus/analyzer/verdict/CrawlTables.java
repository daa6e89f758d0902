package org.mxcensus.analyzer.verdict;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;

/// The tables of one crawl: read as the manifest lists them, written under the names of a run.
///
/// @param names of the files to be written
record CrawlTables(Store store, Manifest manifest, ReleaseFiles names) {

    /// All rows of a table in their order. Close the stream.
    <R extends Record> Stream<R> rows(Table<R> table) {
        return paths(table).stream().flatMap(path -> rows(table, path));
    }

    /// The same, for whoever takes rows one by one.
    <R extends Record> TableReader<R> reader(Table<R> table) {
        return new TableReader<>(paths(table), path -> rows(table, path));
    }

    /// The rows of one of its files. Close the stream.
    <R extends Record> Stream<R> rows(Table<R> table, String path) {
        return ParquetFiles.read(table, store.local(path));
    }

    List<String> paths(Table<?> table) {
        return manifest.paths(table.name());
    }

    /// A table as a relation in SQL.
    String relation(Table<?> table) {
        return Warehouse.files(paths(table).stream().map(store::local).toList());
    }

    <R extends Record> TableWriter<R> writer(Table<R> table, int firstIndex) {
        return new TableWriter<>(table, store, names, firstIndex);
    }
}
