package org.mxcensus.analyzer.transition;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.stats.RandomVerdicts;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;

/// The constant panel against a second computation that shares no code with the SQL.
class PanelTest {
    private static final List<LocalDate> CRAWLS =
            List.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1));

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPointEqualsTheRowsBehindIt(long seed) {
        List<RandomVerdicts> crawls = crawls(seed);

        assertThat(Panel.points(store, CRAWLS, Optional.empty())).isEqualTo(points(crawls, domain -> true));
        assertThat(Panel.points(store, CRAWLS, Optional.of("nl")))
                .isEqualTo(points(crawls, domain -> domain.endsWith(".nl")));
    }

    @Test
    void thePanelIsTheSameSizeInEveryCrawlAndNoLargerThanItsFrame() {
        crawls(9);

        List<PanelPoint> points = Panel.points(store, CRAWLS, Optional.empty());

        assertThat(points.stream().map(point -> point.panel().frame()).distinct())
                .hasSize(1);
        assertThat(points)
                .allMatch(point -> point.panel().frame() > 0)
                .allMatch(point -> point.panel().frame() <= point.all().frame())
                .anyMatch(point -> point.panel().frame() < point.all().frame());
    }

    @Test
    void belowATopLevelDomainThatNobodyNamesThereIsNobody() {
        crawls(10);

        assertThat(Panel.points(store, CRAWLS, Optional.of("museum")))
                .hasSize(CRAWLS.size() * Mechanism.values().length)
                .allMatch(
                        point -> point.all().equals(Tally.NONE) && point.panel().equals(Tally.NONE));
    }

    @Test
    void aCrawlThatWasNotJudgedIsNamed() {
        crawls(1);

        assertThatThrownBy(() ->
                        Panel.points(store, List.of(CRAWLS.getFirst(), LocalDate.of(2026, 8, 1)), Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no judged crawl 2026-08-01 in ");
    }

    private List<RandomVerdicts> crawls(long seed) {
        List<RandomVerdicts> crawls = new ArrayList<>();
        for (LocalDate date : CRAWLS) {
            RandomVerdicts crawl = new RandomVerdicts(new Random(seed + 100 * crawls.size()));
            crawl.write(store, date);
            crawls.add(crawl);
        }
        return crawls;
    }

    // ---- the second computation

    private static List<PanelPoint> points(List<RandomVerdicts> crawls, Predicate<String> among) {
        Set<String> panel = domains(crawls.getFirst());
        crawls.forEach(crawl -> panel.retainAll(domains(crawl)));
        List<PanelPoint> points = new ArrayList<>();
        for (int i = 0; i < crawls.size(); i++) {
            RandomVerdicts crawl = crawls.get(i);
            for (Mechanism mechanism : Mechanism.values()) {
                points.add(new PanelPoint(
                        CRAWLS.get(i),
                        mechanism,
                        tally(crawl, mechanism, among),
                        tally(crawl, mechanism, among.and(panel::contains))));
            }
        }
        return points;
    }

    private static Set<String> domains(RandomVerdicts crawl) {
        return crawl.frame.stream().map(FrameRow::domain).collect(toSet());
    }

    private static Tally tally(RandomVerdicts crawl, Mechanism mechanism, Predicate<String> among) {
        List<Standing> standings = domains(crawl).stream()
                .filter(among)
                .map(domain -> RowStanding.of(crawl, domain, mechanism))
                .toList();
        long unmeasured = standings.stream().filter(Standing.UNMEASURED::equals).count();
        long notApplicable =
                standings.stream().filter(Standing.NOT_APPLICABLE::equals).count();
        return new Tally(
                standings.stream().filter(Standing.WORKING::equals).count(),
                standings.size() - unmeasured - notApplicable,
                unmeasured,
                notApplicable);
    }
}
