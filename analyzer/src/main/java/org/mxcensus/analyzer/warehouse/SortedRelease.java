package org.mxcensus.analyzer.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;

/// Writes a table of the warehouse, in the order of its rows, as release files.
///
/// @param warehouse where the table is
/// @param store where the files go
/// @param files how they are named
public record SortedRelease(Warehouse warehouse, Store store, ReleaseFiles files) {
    /// Of files that are made whenever it is asked.
    public static final String NOWHERE = "";

    /// Writes all rows of a table; one file without rows where it has none.
    ///
    /// @param relation the table's name in the warehouse
    /// @param table the table's name in the dataset
    /// @param origin what its rows were made of, by which they need not be made again
    public List<Manifest.TableFile> write(String relation, String table, String origin) {
        long rows = warehouse
                .ask(
                        Question.named(SortedRelease.class, "count")
                                .piece("relation", relation)
                                .build(),
                        row -> row.getLong(1))
                .getFirst();
        List<Manifest.TableFile> written = new ArrayList<>();
        for (long from = 0; from == 0 || from < rows; from += ParquetFiles.ROWS_PER_FILE) {
            long to = Math.min(rows, from + ParquetFiles.ROWS_PER_FILE);
            Path local = store.scratch(table + ".parquet");
            warehouse.run(Question.named(SortedRelease.class, "copy")
                    .piece("relation", relation)
                    .piece("from", Long.toString(from))
                    .piece("to", Long.toString(to))
                    .piece("file", Question.quoted(local.toString()))
                    .piece("origin", Question.quoted(origin))
                    .build());
            written.add(files.publish(store, local, table, written.size(), to - from));
        }
        return written;
    }

    /// Whether files were made of this; not, where there are none.
    public static boolean areOf(Warehouse warehouse, List<Path> files, String origin) {
        return !files.isEmpty()
                && warehouse
                        .ask(
                                Question.named(SortedRelease.class, "origins")
                                        .piece("files", Warehouse.list(files))
                                        .build(),
                                row -> row.getString(1))
                        .equals(List.of(origin));
    }
}
