package org.mxcensus.analyzer.concentration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.stats.RandomVerdicts;
import org.mxcensus.analyzer.warehouse.Recipe;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;

/// Concentration against a second computation that shares no code with the SQL: a plain look at the rows.
class ConcentrationTest {
    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFigureEqualsTheRowsBehindIt(long seed) {
        RandomVerdicts crawl = new RandomVerdicts(new Random(seed));
        crawl.write(store, TestCrawl.DATE);

        assertEqual(of("", 100), crawl, "");
        assertEqual(of("nl", 100), crawl, ".nl");
    }

    private static void assertEqual(Concentration told, RandomVerdicts crawl, String suffix) {
        Set<String> frame = crawl.frame.stream()
                .map(FrameRow::domain)
                .filter(domain -> domain.endsWith(suffix))
                .collect(toSet());
        List<Holder> holders = holders(crawl, frame);
        long domains = holders.stream().mapToLong(Holder::domains).sum();
        assertThat(told.holders()).isEqualTo(holders);
        assertThat(told.providers()).isEqualTo(holders.size());
        assertThat(told.domains()).isEqualTo(domains);
        assertThat(told.frame()).isEqualTo(frame.size());
        assertThat(told.notApplicable())
                .isEqualTo(frame.stream()
                        .map(crawl.verdicts::get)
                        .filter(verdict ->
                                verdict != null && verdict.provider() == null && verdict.mail() == Finding.NO)
                        .count());
        assertThat(told.half())
                .isEqualTo(holders.stream()
                        .filter(holder -> holder.cumulated() * 2 >= domains)
                        .findFirst()
                        .map(Holder::place)
                        .orElse(0L));
        if (holders.isEmpty()) {
            assertThat(told.gini()).isEmpty();
        } else {
            assertThat(told.gini().orElseThrow()).isCloseTo(gini(holders), within(1e-12));
        }
    }

    @Test
    void whereAllHaveAsManyTheGiniIsZeroAndWhereOneHasMostItIsNearOne() {
        assertThat(concentration(5, 5, 5, 5).gini().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(concentration(1_000_000, 1, 1, 1, 1, 1, 1, 1, 1, 1).gini().orElseThrow())
                .isCloseTo(0.9, within(1e-4));
    }

    @Test
    void theCurveGoesOnBeyondTheLargest() {
        RandomVerdicts crawl = new RandomVerdicts(new Random(3));
        crawl.write(store, TestCrawl.DATE);

        Concentration whole = of("", 100);
        Concentration largest = of("", 1);

        assertThat(whole.providers()).isEqualTo(4);
        assertThat(largest.holders()).extracting(Holder::place).containsExactly(1L, 2L, 4L);
        assertThat(largest.top(2)).contains(whole.holders().get(1));
        assertThat(largest.top(10)).contains(whole.holders().getLast());
        assertThat(largest.top(3)).isEmpty();
        assertThat(largest.gini()).isEqualTo(whole.gini());
    }

    @Test
    void withoutMailThereIsNothingToConcentrate() {
        assertThat(concentration().gini()).isEmpty();
        assertThat(concentration().top(1)).isEmpty();
    }

    @Test
    void aCrawlThatWasNotJudgedIsNamed() {
        assertThatThrownBy(() -> of("", 10))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no judged crawl 2026-03-01 in ");
    }

    private Concentration of(String tld, long limit) {
        return Concentration.of(store, TestCrawl.DATE, Optional.of(tld).filter(name -> !name.isEmpty()), limit);
    }

    private static Concentration concentration(long... domains) {
        long weight = 0;
        long sum = 0;
        for (int i = 0; i < domains.length; i++) {
            weight += (i + 1) * domains[i];
            sum += domains[i];
        }
        return new Concentration(domains.length, sum, 0, 0, 0, weight, List.of(), new Recipe(List.of()));
    }

    // ---- the second computation

    private static List<Holder> holders(RandomVerdicts crawl, Set<String> frame) {
        Map<String, Long> counts = frame.stream()
                .map(crawl.verdicts::get)
                .filter(Objects::nonNull)
                .map(DomainVerdictRow::provider)
                .filter(Objects::nonNull)
                .collect(groupingBy(provider -> provider, counting()));
        List<Holder> holders = new ArrayList<>();
        long cumulated = 0;
        for (Map.Entry<String, Long> entry : counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList()) {
            cumulated += entry.getValue();
            holders.add(new Holder(holders.size() + 1, entry.getKey(), entry.getValue(), cumulated));
        }
        return holders;
    }

    /// By its definition: half the mean difference of two providers, over the mean.
    private static double gini(List<Holder> holders) {
        double differences = 0;
        double sum = 0;
        for (Holder one : holders) {
            sum += one.domains();
            for (Holder other : holders) {
                differences += Math.abs(one.domains() - other.domains());
            }
        }
        return differences / (2 * holders.size() * sum);
    }
}
