package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.store.DirectoryStore;

/// Figures that were published before a metric was thought of.
class OlderFiguresTest {

    @TempDir
    Path folder;

    @Test
    void aCrawlWithoutFiguresForAMetricIsUnmeasured() throws Exception {
        DirectoryStore store = new DirectoryStore(folder);
        new RandomVerdicts(new Random(7)).write(store, TestCrawl.DATE);
        for (String path : Stats.run(store, TestCrawl.DATE, Pki.NOW).paths(Stats.ADOPTION)) {
            withoutTlsSound(store.local(path));
        }

        TrendsCache.refresh(store);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            for (Weighting weighting : Weighting.values()) {
                assertThat(trends.points(new Scope.All(), weighting))
                        .filteredOn(point -> point.metric() == Metric.TLS_SOUND)
                        .singleElement()
                        .satisfies(point -> {
                            assertThat(point.unmeasured())
                                    .isEqualTo(point.frame())
                                    .isPositive();
                            assertThat(point.denominator()).isZero();
                        });
            }
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS))
                    .filteredOn(point -> point.metric() == Metric.MAIL)
                    .allSatisfy(point -> assertThat(point.denominator()).isPositive());
        }
    }

    @Test
    void aCacheThatIsOlderThanAMetricHasItUnmeasured() throws Exception {
        DirectoryStore store = new DirectoryStore(folder);
        new RandomVerdicts(new Random(8)).write(store, TestCrawl.DATE);
        Stats.run(store, TestCrawl.DATE, Pki.NOW);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:" + store.local(TrendsCache.FILE));
                Statement statement = duckdb.createStatement()) {
            statement.execute("DROP VIEW adoption_long");
            for (String figure : List.of("numerator", "denominator", "unmeasured")) {
                statement.execute("ALTER TABLE adoption DROP COLUMN tls_sound_" + figure);
            }
        }

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS))
                    .filteredOn(point -> point.metric() == Metric.TLS_SOUND)
                    .allSatisfy(point -> assertThat(point.unmeasured()).isEqualTo(point.frame()))
                    .hasSize(1);
        }
    }

    private static void withoutTlsSound(Path file) throws Exception {
        Path older = file.resolveSibling("older");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(
                    "COPY (SELECT * EXCLUDE (tls_sound_numerator, tls_sound_denominator, tls_sound_unmeasured) "
                            + "FROM read_parquet('%s')) TO '%s' (FORMAT parquet)".formatted(file, older));
        }
        Files.delete(file);
        Files.move(older, file);
    }
}
