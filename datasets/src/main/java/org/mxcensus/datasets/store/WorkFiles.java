package org.mxcensus.datasets.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.Table;

/// The files of a running crawl, below `work/crawl=<date>/`. Nobody but the crawl reads them.
///
/// A part is one chunk of one partition of a table. Publishing it again replaces it.
///
/// @param store where they lie
/// @param crawl the date that names the crawl
public record WorkFiles(Store store, LocalDate crawl) {

    /// The names of a chunk's part of a table.
    ///
    /// @param partition from 0
    /// @param chunk from 0
    public String part(Table<?> table, int partition, long chunk) {
        return "%s%s/part-%05d-%08d.parquet".formatted(folder(), table.name(), partition, chunk);
    }

    /// The name of the part of a table that a chunk of another table's stage brings along.
    ///
    /// @param origin the stage's own table
    public String partFrom(Table<?> origin, Table<?> table, int partition, long chunk) {
        return "%s%s/part-%s-%05d-%08d.parquet".formatted(folder(), table.name(), origin.name(), partition, chunk);
    }

    /// Whether the chunk's part of the table has been published.
    public boolean has(Table<?> table, int partition, long chunk) {
        return store.exists(part(table, partition, chunk));
    }

    /// Publishes the chunk's part of the table.
    public <R extends Record> void publish(Table<R> table, int partition, long chunk, List<? extends R> rows) {
        publish(table, part(table, partition, chunk), rows);
    }

    /// Publishes what a chunk of another table's stage brings along.
    public <R extends Record> void publishFrom(
            Table<?> origin, Table<R> table, int partition, long chunk, List<? extends R> rows) {
        publish(table, partFrom(origin, table, partition, chunk), rows);
    }

    private <R extends Record> void publish(Table<R> table, String name, List<? extends R> rows) {
        Path local = store.scratch(name);
        ParquetFiles.write(table, local, rows);
        store.publish(local, name);
    }

    /// The rows of one part, in the order written. Close the stream.
    public <R extends Record> Stream<R> read(Table<R> table, int partition, long chunk) {
        return ParquetFiles.read(table, store.local(part(table, partition, chunk)));
    }

    /// The names of all parts of a table, sorted.
    public List<String> parts(Table<?> table) {
        return store.list(folder() + table.name()).stream()
                .filter(name -> name.endsWith(".parquet"))
                .toList();
    }

    /// The name of a file of the crawl that is no part of a table.
    public String named(String file) {
        return folder() + file;
    }

    private String folder() {
        return "work/crawl=" + crawl + "/";
    }
}
