package org.mxcensus.crawler.scan;

import java.util.ArrayList;
import java.util.List;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.WorkFiles;

/// The rows of a table, published part by part. At least one part, so that the table is there.
final class Parts<R extends Record> implements AutoCloseable {
    private static final int ROWS = 8_192;

    private final WorkFiles files;
    private final Table<R> table;
    private final List<R> rows = new ArrayList<>();
    private int published;
    private long total;

    Parts(WorkFiles files, Table<R> table) {
        this.files = files;
        this.table = table;
    }

    void add(R row) {
        rows.add(row);
        total++;
        if (rows.size() == ROWS) {
            publish();
        }
    }

    /// How many rows there are.
    long total() {
        return total;
    }

    /// How many parts are published.
    int published() {
        return published;
    }

    private void publish() {
        files.publish(Part.of(table, 0, published++), rows);
        rows.clear();
    }

    @Override
    public void close() {
        if (!rows.isEmpty() || published == 0) {
            publish();
        }
    }
}
