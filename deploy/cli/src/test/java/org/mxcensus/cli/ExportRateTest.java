package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.Table;

/// `mxcensus export` of ten million generated domains, tier `full`, in a JVM of its own with 2 GiB of heap, and what a
/// stranger has of the release: its size, and how long DuckDB looks for one domain. Writes
/// `target/benchmarks/export.md`. That every domain is in it and found is asserted; times are not.
@Tag("endurance")
class ExportRateTest {
    private static final int DOMAINS = Integer.getInteger("mxcensus.rate.domains", 10_000_000);
    private static final int LOOK_UPS = 100;
    private static final LocalDate DATE = LocalDate.of(2026, 8, 1);

    @TempDir
    Path folder;

    @Test
    void aReleaseOfTenMillionDomains() throws Exception {
        String data = folder.resolve("data").toString();
        Path release = folder.resolve("release");
        works("generate", "--domains", "" + DOMAINS, "--data", data, "--crawl", DATE.toString());
        works("finish", "--data", data, "--crawl", DATE.toString());
        judge(data);
        works("stats", "--data", data, "--crawl", DATE.toString());

        CommandAlone.Cost took =
                CommandAlone.run("2g", "export", "--data", data, "--out", release.toString(), "--tier", "full");

        double bytes = (double) bytes(release, Table.DOMAINS.name()) + bytes(release, Table.MX_HOSTS.name());
        String report = "| domains | wall | CPU | peak RSS | load |%n|---|---|---|---|---|%n| %,d | %s |%n%n"
                        .formatted(DOMAINS, took.cells())
                + String.format(
                        Locale.ROOT,
                        "`domains` and `mx_hosts`: %.1f bytes a domain, generated names.%n%n",
                        bytes / DOMAINS)
                + lookUps(release);
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("export.md"), report);
    }

    private static void judge(String data) throws Exception {
        CommandAlone.run(
                "3g",
                "judge",
                "--data",
                data,
                "--crawl",
                DATE.toString(),
                "--ca-file",
                Path.of(data, "generated-ca.pem").toString());
    }

    private static void works(String... words) {
        CommandRun.of(words).done();
    }

    /// Of all files of a table.
    private static long bytes(Path release, String table) throws IOException {
        try (Stream<Path> files = Files.walk(release)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> release.relativize(file).startsWith(table))
                    .mapToLong(ExportRateTest::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One row of all columns, found by its domain, with and without DuckDB's keeping the files' footers.
    private static String lookUps(Path release) throws SQLException {
        String table = release.resolve(Table.DOMAINS.name()) + "/**/*.parquet";
        StringBuilder report = new StringBuilder("| footers | p50 | p99 |\n|---|---|---|\n");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            List<String> names = names(statement, table);
            report.append(row("read each time", connection, table, names));
            statement.execute("SET parquet_metadata_cache = true");
            report.append(row("kept", connection, table, names));
        }
        return report.toString();
    }

    private static List<String> names(Statement statement, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "SELECT domain FROM read_parquet('%s') USING SAMPLE reservoir(%d ROWS) REPEATABLE (1)"
                        .formatted(table, LOOK_UPS))) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        assertThat(names).hasSize(LOOK_UPS);
        return names;
    }

    private static String row(String footers, Connection connection, String table, List<String> names)
            throws SQLException {
        long[] nanos = new long[names.size()];
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM read_parquet('%s') WHERE domain = ?".formatted(table))) {
            for (int i = 0; i < nanos.length; i++) {
                long begun = System.nanoTime();
                query.setString(1, names.get(i));
                try (ResultSet found = query.executeQuery()) {
                    assertThat(found.next()).isTrue();
                }
                nanos[i] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms |%n",
                footers,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length - 1 - nanos.length / 100] / 1e6);
    }
}
