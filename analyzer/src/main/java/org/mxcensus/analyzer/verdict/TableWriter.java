package org.mxcensus.analyzer.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;

/// Writes the rows of a table, in the order given, as release files.
final class TableWriter<R extends Record> implements AutoCloseable {
    private final Table<R> table;
    private final Store store;
    private final ReleaseFiles names;
    private final int firstIndex;
    private final List<Manifest.TableFile> written = new ArrayList<>();
    private @Nullable Path local;
    private ParquetFiles.@Nullable Writer<R> writer;
    private long rows;

    /// @param firstIndex the number of the first file
    TableWriter(Table<R> table, Store store, ReleaseFiles names, int firstIndex) {
        this.table = table;
        this.store = store;
        this.names = names;
        this.firstIndex = firstIndex;
    }

    void write(R row) {
        if (rows == ParquetFiles.ROWS_PER_FILE) {
            finishFile();
        }
        open().write(row);
        rows++;
    }

    /// Publishes what is left; one file without rows where there was none.
    List<Manifest.TableFile> finish() {
        if (writer != null || written.isEmpty()) {
            open();
            finishFile();
        }
        return List.copyOf(written);
    }

    private ParquetFiles.Writer<R> open() {
        if (writer == null) {
            local = store.scratch(table.name() + ".parquet");
            writer = ParquetFiles.released(table, local, Map.of());
        }
        return writer;
    }

    private void finishFile() {
        if (writer != null && local != null) {
            writer.close();
            written.add(names.publish(store, local, table.name(), firstIndex + written.size(), rows));
            writer = null;
            rows = 0;
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
