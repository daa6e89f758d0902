package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.UserError;

/// Crawls that are at the edge of what there can be: right figures, or one sentence.
class EdgeCrawlsTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    @Test
    void anEmptyCrawlIsThereAndHasNoFigures() throws Exception {
        RandomVerdicts nobody = new RandomVerdicts(new Random(1));
        nobody.frame.clear();
        nobody.observations.clear();
        nobody.verdicts.clear();
        nobody.exchanges.clear();
        count(nobody, MAY);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.crawls()).extracting(CrawlSummary::crawl).containsExactly(MAY);
            for (Weighting weighting : Weighting.values()) {
                assertThat(trends.points(new Scope.All(), weighting)).isEmpty();
            }
            assertThat(trends.newest(new Scope.All(), Weighting.DOMAINS)).isEmpty();
            assertThat(trends.tlds(Weighting.DOMAINS, 10)).isEmpty();
        }
    }

    @Test
    void whereNothingWasMeasuredEverythingIsUnmeasuredAndNothingIsNo() throws Exception {
        RandomVerdicts silent = new RandomVerdicts(new Random(2));
        silent.observations.clear();
        silent.verdicts.clear();
        silent.frame.replaceAll(row -> new FrameRow(row.domain(), row.source(), row.tld(), null, null, row.rank()));
        count(silent, MAY);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS))
                    .hasSize(Metric.values().length)
                    .allSatisfy(point -> {
                        assertThat(point.unmeasured()).isEqualTo(point.frame()).isPositive();
                        assertThat(point.denominator()).isZero();
                        assertThat(point.share()).isEmpty();
                        assertThat(point.quality()).isEqualTo(Quality.NONE);
                        assertThat(point.lowest()).hasValue(0);
                        assertThat(point.highest()).hasValue(1);
                    });
        }
    }

    @Test
    void aTopLevelDomainWithOneDomainHasFiguresOfOne() throws Exception {
        count(new RandomVerdicts(new Random(3)), MAY);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.points(new Scope.Tld("lonely"), Weighting.DOMAINS))
                    .hasSize(Metric.values().length)
                    .allMatch(point -> point.frame() == 1 && point.denominator() + point.unmeasured() <= 1);
        }
    }

    @Test
    void aMissingMonthIsAGapAndTheCrawlBeforeIsTheLastThatThereWas() throws Exception {
        count(new RandomVerdicts(new Random(4)), MAY);
        count(new RandomVerdicts(new Random(5)), JULY);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS, Metric.MAIL))
                    .extracting(AdoptionPoint::crawl)
                    .containsExactly(MAY, JULY);
            ScopeRow newest = trends.newest(new Scope.All(), Weighting.DOMAINS).orElseThrow();
            assertThat(newest.crawl()).isEqualTo(JULY);
            assertThat(newest.before().get(Metric.MAIL).crawl()).isEqualTo(MAY);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDamagedFileIsNamedInOneSentenceAndTheFiguresOfOthersStay(boolean truncated) throws Exception {
        count(new RandomVerdicts(new Random(6)), MAY);
        RandomVerdicts july = new RandomVerdicts(new Random(7));
        july.write(store, JULY);
        damage(JULY, truncated);

        assertThatThrownBy(() -> Stats.run(store, JULY, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("A file of the dataset is damaged (")
                .hasMessageContaining("domain_verdicts")
                .hasMessageEndingWith("run `mxcensus finish` for its crawl again.")
                .message()
                .hasLineCount(1);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.crawls()).extracting(CrawlSummary::crawl).containsExactly(MAY);
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS)).isNotEmpty();
        }
    }

    private void count(RandomVerdicts world, LocalDate crawl) {
        world.write(store, crawl);
        Stats.run(store, crawl, Pki.NOW);
    }

    private void damage(LocalDate crawl, boolean truncated) throws IOException {
        Manifest manifest = new Manifests(store).find(crawl).orElseThrow();
        List<String> paths = manifest.paths(Table.DOMAIN_VERDICTS.name());
        assertThat(paths).isNotEmpty();
        for (String path : paths) {
            Path file = store.local(path);
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, truncated ? Arrays.copyOf(bytes, bytes.length / 2) : new byte[bytes.length]);
        }
    }
}
