package org.mxcensus.analyzer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;

/// Tables as an earlier version wrote them.
public final class OlderTables {
    private OlderTables() {}

    /// Takes columns out of a table of the crawl of [TestCrawl#DATE].
    ///
    /// @param columns separated by commas
    public static void forget(Store store, Table<?> table, String columns) throws SQLException, IOException {
        forget(store, TestCrawl.DATE, table, columns);
    }

    /// The same of another crawl.
    public static void forget(Store store, LocalDate crawl, Table<?> table, String columns)
            throws SQLException, IOException {
        Manifests manifests = new Manifests(store);
        Manifest manifest = manifests.find(crawl).orElseThrow();
        List<Manifest.TableFile> files = new ArrayList<>(manifest.files());
        for (String path : manifest.paths(table.name())) {
            Path file = store.local(path);
            Path older = file.resolveSibling("older");
            try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = duckdb.createStatement()) {
                statement.execute(
                        "COPY (SELECT * EXCLUDE (%s) FROM read_parquet('%s', hive_partitioning = false)) TO '%s' (FORMAT parquet)"
                                .formatted(columns, file, older));
            }
            Files.delete(file);
            Files.move(older, file);
            files.replaceAll(listed -> listed.path().equals(path) ? rewritten(listed, file) : listed);
        }
        manifests.publish(manifest.withFiles(files));
    }

    private static Manifest.TableFile rewritten(Manifest.TableFile listed, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new Manifest.TableFile(listed.table(), listed.path(), Sha256.of(bytes), bytes.length, listed.rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
