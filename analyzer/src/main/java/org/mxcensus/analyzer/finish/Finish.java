package org.mxcensus.analyzer.finish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.SortedRelease;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.SchemaVersion;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// Makes the release files of a crawl out of its work files and switches its manifest to them.
public final class Finish {

    private final Store store;
    private final LocalDate crawl;
    private final ReleaseFiles names;

    private Finish(Store store, LocalDate crawl, ReleaseFiles names) {
        this.store = store;
        this.crawl = crawl;
        this.names = names;
    }

    /// Finishes a crawl. Verdicts and statistics of an earlier run are no longer listed afterwards, since they were
    /// drawn from other files.
    ///
    /// @return the manifest that was published
    /// @throws UserError where the crawl has no frame
    public static Manifest run(Store store, LocalDate crawl, FinishInput input) {
        return run(store, crawl, input, Limits.DEFAULT);
    }

    /// The same within given limits.
    public static Manifest run(Store store, LocalDate crawl, FinishInput input, Limits limits) {
        Finish finish = new Finish(store, crawl, ReleaseFiles.startedAt(crawl, input.now()));
        Manifest manifest = finish.manifest(input, limits);
        new Manifests(store).publish(manifest);
        return manifest;
    }

    private Manifest manifest(FinishInput input, Limits limits) {
        if (new WorkFiles(store, crawl).parts(Table.FRAME).isEmpty()) {
            throw new UserError("There is no crawl %s to finish in %s; name one with --crawl, or crawl first."
                    .formatted(crawl, store));
        }
        List<Manifest.TableFile> files = new ArrayList<>();
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Table<?> table : Table.OBSERVED) {
            // A database for each table: what one took is given back before the next begins.
            try (Warehouse warehouse = Warehouse.inMemory(store, limits)) {
                sort(warehouse, table);
                files.addAll(new SortedRelease(warehouse, store, names)
                        .write("sorted", table.name(), SortedRelease.NOWHERE));
                counts.putAll(counts(warehouse, table));
            }
        }
        return new Manifest(
                crawl,
                input.now(),
                input.program(),
                SchemaVersion.CURRENT,
                input.configuration(),
                input.sources(),
                new TreeMap<>(input.versions()),
                counts,
                files);
    }

    private void sort(Warehouse warehouse, Table<?> table) {
        List<Path> parts = new ArrayList<>(new WorkFiles(store, crawl)
                .parts(table).stream().map(store::local).toList());
        // With no part at all the table is empty, and still has its columns.
        Path columns = store.scratch(table.name() + "-columns.parquet");
        try {
            ParquetFiles.write(table, columns, List.of());
            parts.add(columns);
            warehouse.run(Question.named(Finish.class, "sort_" + table.name())
                    .piece("files", Warehouse.list(parts))
                    .build());
            Files.delete(columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a manifest counts, counted again in the files that it lists.
    public static SortedMap<String, Long> counts(Store store, Manifest manifest) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Table<?> table : Table.OBSERVED) {
            try (Warehouse warehouse = Warehouse.inMemory(store, Limits.DEFAULT)) {
                warehouse.view("sorted", table.name(), store, List.of(manifest));
                counts.putAll(counts(warehouse, table));
            }
        }
        return counts;
    }

    private static SortedMap<String, Long> counts(Warehouse warehouse, Table<?> table) {
        SortedMap<String, Long> counts = new TreeMap<>();
        warehouse.ask(
                Question.of(Finish.class, "count_" + table.name()),
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }
}
