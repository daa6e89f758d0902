package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
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
        store.delete(TrendsCache.FILE);

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
            String place = "(SELECT place FROM metrics WHERE metric = 'tls_sound')";
            statement.execute("UPDATE figures SET figures = list_concat(figures[:3 * %1$s - 3], figures[3 * %1$s + 1:])"
                    .formatted(place));
            statement.execute("UPDATE metrics SET place = place - 1 WHERE place > " + place);
            statement.execute("DELETE FROM metrics WHERE metric = 'tls_sound'");
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
