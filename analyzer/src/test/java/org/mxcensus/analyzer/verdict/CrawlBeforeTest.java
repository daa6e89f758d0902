package org.mxcensus.analyzer.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.datasets.store.Store;

/// A full crawl in March and one in April, and recrawls on the days between and after.
class CrawlBeforeTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @TempDir
    Path folder;

    private DirectoryStore full;
    private DirectoryStore recrawls;

    @BeforeEach
    void fullCrawls() {
        full = new DirectoryStore(folder);
        recrawls = full.within(Recrawl.Kind.DANE.folder());
        crawl(full, MARCH, Map.of());
        recrawl(MARCH.plusDays(20), MARCH);
    }

    @Test
    void beforeAFullCrawlIsTheFullOneWhateverWasLookedAtAgainBetweenThem() {
        assertThat(before(full, crawl(full, APRIL, Map.of()))).isEqualTo("2026-03-01");
    }

    @Test
    void beforeTheFirstCrawlIsNone() {
        assertThat(before(full, crawl(full, MARCH.minusMonths(1), Map.of()))).isEqualTo("none");
    }

    @Test
    void beforeTheFirstRecrawlIsTheFullOneThatItWasChosenFromAlsoOfTheSameDay() {
        assertThat(before(recrawls, recrawl(MARCH.plusDays(1), MARCH))).isEqualTo("full crawl of 2026-03-01");
        assertThat(before(recrawls, recrawl(MARCH, MARCH))).isEqualTo("full crawl of 2026-03-01");
    }

    @Test
    void beforeALaterRecrawlIsTheOneOfTheDayBefore() {
        assertThat(before(recrawls, recrawl(MARCH.plusDays(21), MARCH))).isEqualTo("2026-03-21");
    }

    @Test
    void aNewFullCrawlComesBeforeTheRecrawlsThatAreChosenFromIt() {
        crawl(full, APRIL, Map.of());
        assertThat(before(recrawls, recrawl(APRIL.plusDays(1), APRIL))).isEqualTo("full crawl of 2026-04-01");
        assertThat(before(recrawls, recrawl(APRIL.plusDays(2), APRIL))).isEqualTo("2026-04-02");
    }

    @Test
    void ofTwoCrawlsOfOneDayTheLaterIsTheOneThatWasChosenFromTheOther() {
        crawl(full, APRIL, Map.of());
        recrawl(APRIL, MARCH);
        assertThat(before(recrawls, recrawl(APRIL.plusDays(1), APRIL))).isEqualTo("full crawl of 2026-04-01");

        recrawl(APRIL, APRIL);
        assertThat(before(recrawls, recrawl(APRIL.plusDays(1), APRIL))).isEqualTo("2026-04-01");
    }

    @Test
    void recrawlsThatWereMovedAwayHaveTheOnesBeforeThem() {
        DirectoryStore elsewhere = new DirectoryStore(folder.resolve("elsewhere"));
        Manifest first = crawl(elsewhere, MARCH, new Recrawl(Recrawl.Kind.DANE, MARCH).recorded());
        Manifest second = crawl(elsewhere, APRIL, new Recrawl(Recrawl.Kind.DANE, APRIL).recorded());

        assertThat(before(elsewhere, first)).isEqualTo("none");
        assertThat(before(elsewhere, second)).isEqualTo("2026-03-01");
    }

    private Manifest recrawl(LocalDate date, LocalDate of) {
        return crawl(recrawls, date, new Recrawl(Recrawl.Kind.DANE, of).recorded());
    }

    private static Manifest crawl(Store store, LocalDate date, Map<String, String> configuration) {
        new TestCrawl().frame("nl", "a.nl").write(store, date, 0);
        return Finish.run(store, date, TestCrawl.input(Pki.NOW, configuration));
    }

    private static String before(Store store, Manifest crawl) {
        return CrawlBefore.of(store, crawl).map(CrawlBefore::name).orElse("none");
    }
}
