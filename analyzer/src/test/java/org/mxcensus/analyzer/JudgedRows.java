package org.mxcensus.analyzer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;

/// Publishes made-up rows as a judged crawl.
public final class JudgedRows {
    private final Store store;
    private final LocalDate crawl;
    private final ReleaseFiles names;
    private final List<Manifest.TableFile> files = new ArrayList<>();

    public JudgedRows(Store store, LocalDate crawl) {
        this.store = store;
        this.crawl = crawl;
        this.names = ReleaseFiles.startedAt(crawl, Pki.NOW);
    }

    public <R extends Record> JudgedRows with(Table<R> table, List<R> rows) {
        var local = store.scratch(table.name());
        ParquetFiles.write(table, local, rows);
        files.add(names.publish(store, local, table.name(), 0, rows.size()));
        return this;
    }

    /// Lists them in the crawl's manifest.
    public void publish() {
        new Manifests(store)
                .publish(new Manifest(
                        crawl,
                        Pki.NOW,
                        new Manifest.Program("mxcensus", "1", "unknown"),
                        1,
                        Map.of(),
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        files));
    }
}
