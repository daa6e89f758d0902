package org.mxcensus.datasets.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.Table;

/// The files of a running crawl, below `work/crawl=<date>/`. Nobody but the crawl reads them.
///
/// @param store where they lie
/// @param crawl the date that names the crawl
public record WorkFiles(Store store, LocalDate crawl) {

    /// Publishes rows as a part of their table, replacing what is there.
    public <R extends Record> void publish(Part<R> part, List<? extends R> rows) {
        store.publish(write(part, rows, Map.of()), name(part));
    }

    /// Publishes rows as a part of their table, unless somebody has published that part before.
    ///
    /// @param notes what is to be noted beside the rows
    /// @return whether these are now the part's rows
    public <R extends Record> boolean publishFirst(Part<R> part, List<? extends R> rows, Map<String, String> notes) {
        return store.publishFirst(write(part, rows, notes), name(part));
    }

    private <R extends Record> Path write(Part<R> part, List<? extends R> rows, Map<String, String> notes) {
        Path local = store.scratch(name(part));
        ParquetFiles.write(part.table(), local, rows, notes);
        return local;
    }

    /// Whether the part has been published.
    public boolean has(Part<?> part) {
        return store.exists(name(part));
    }

    /// The rows of a part, in the order written. Close the stream.
    public <R extends Record> Stream<R> read(Part<R> part) {
        return ParquetFiles.read(part.table(), store.local(name(part)));
    }

    /// What was noted beside the rows of a part.
    public Map<String, String> notes(Part<?> part) {
        return ParquetFiles.notes(store.local(name(part)));
    }

    /// The names of all parts of a table, sorted.
    public List<String> parts(Table<?> table) {
        return store.list(named(table.name())).stream()
                .filter(name -> name.endsWith(".parquet"))
                .toList();
    }

    /// The name of a file of the crawl that is no part of a table.
    public String named(String file) {
        return "work/crawl=" + crawl + "/" + file;
    }

    private String name(Part<?> part) {
        return named(part.table().name() + "/" + part.file());
    }
}
