package org.mxcensus.analyzer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
        Manifest manifest = new Manifests(store).find(TestCrawl.DATE).orElseThrow();
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
        }
    }
}
