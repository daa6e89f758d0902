package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Crawls lie together in few places, and are seldom laid anew.
class RunsTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Test
    void fourCrawlsBecomeOneRun() {
        assertThat(Runs.merged(alone(3))).isEmpty();
        assertThat(Runs.merged(alone(4))).containsExactly(crawls(0, 4));
        assertThat(Runs.merged(alone(5))).containsExactly(crawls(0, 4));
    }

    @Test
    void manyAtOnceAreLaidOnlyOnce() {
        assertThat(Runs.merged(alone(200)))
                .containsExactlyInAnyOrder(
                        crawls(0, 64), crawls(64, 128), crawls(128, 192), crawls(192, 196), crawls(196, 200));
    }

    @Test
    void ofCrawlsThatComeOneByOneThereAreFewRunsAndEachIsLaidSeldom() {
        List<List<LocalDate>> runs = new ArrayList<>();
        Map<LocalDate, Integer> laid = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            runs.add(crawls(i, i + 1));
            merge(runs, laid);
            assertThat(runs.stream().flatMap(List::stream).sorted()).containsExactlyElementsOf(crawls(0, i + 1));
            assertThat(runs.size()).isLessThanOrEqualTo(3 * levels(i + 1));
        }
        assertThat(laid.values()).allMatch(times -> times < levels(500));
    }

    /// A crawl that is counted again goes from its run, and comes as a run of its own.
    @Test
    void crawlsThatAreCountedAgainMakeNoMoreRuns() {
        Random random = new Random(1);
        List<List<LocalDate>> runs = new ArrayList<>(alone(200));
        merge(runs, new HashMap<>());
        for (int i = 0; i < 500; i++) {
            LocalDate again = FIRST.plusMonths(random.nextInt(200));
            runs.replaceAll(
                    run -> run.stream().filter(crawl -> !crawl.equals(again)).toList());
            runs.removeIf(List::isEmpty);
            runs.add(List.of(again));
            merge(runs, new HashMap<>());
            assertThat(runs.stream().flatMap(List::stream).sorted()).containsExactlyElementsOf(crawls(0, 200));
            assertThat(runs.size()).isLessThanOrEqualTo(3 * levels(200));
        }
    }

    private static void merge(List<List<LocalDate>> runs, Map<LocalDate, Integer> laid) {
        for (List<LocalDate> merged : Runs.merged(runs)) {
            runs.removeIf(merged::containsAll);
            runs.add(merged);
            merged.forEach(crawl -> laid.merge(crawl, 1, Integer::sum));
        }
    }

    private static int levels(int crawls) {
        int levels = 1;
        for (int size = crawls; size >= Runs.FANOUT; size /= Runs.FANOUT) {
            levels++;
        }
        return levels;
    }

    private static List<List<LocalDate>> alone(int count) {
        return crawls(0, count).stream().map(List::of).toList();
    }

    private static List<LocalDate> crawls(int from, int to) {
        return Stream.iterate(from, i -> i < to, i -> i + 1)
                .map(FIRST::plusMonths)
                .toList();
    }
}
