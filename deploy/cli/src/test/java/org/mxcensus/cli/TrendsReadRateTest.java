package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.datasets.store.DirectoryStore;

/// How long readers of the statistics wait where there are 200 crawls of a million domains. Writes
/// `target/benchmarks/trends.md`. That every crawl is there is asserted; times are not.
@Tag("endurance")
class TrendsReadRateTest {
    private static final int CRAWLS = 200;
    private static final int READS = 1_000;
    private static final LocalDate NEWEST = LocalDate.of(2026, 8, 1);

    @TempDir
    Path folder;

    @Test
    void twoHundredCrawls() throws Exception {
        works("generate", "--domains", "1000000", "--crawl", NEWEST.toString());
        works("finish", "--crawl", NEWEST.toString());
        CommandAlone.run(
                "3g",
                "judge",
                "--data",
                folder.toString(),
                "--crawl",
                NEWEST.toString(),
                "--ca-file",
                folder.resolve("generated-ca.pem").toString());
        works("stats", "--crawl", NEWEST.toString());
        DirectoryStore store = new DirectoryStore(folder);
        RepeatedCrawl.before(store, NEWEST, CRAWLS - 1);
        works("stats", "--crawl", NEWEST.toString());

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.crawls()).hasSize(CRAWLS);
            String report = report(trends);
            System.out.println(report);
            Files.writeString(
                    Files.createDirectories(Path.of("target/benchmarks")).resolve("trends.md"), report);
        }
    }

    private static String report(Trends trends) {
        List<ScopeRow> providers = trends.providers(Weighting.DOMAINS, READS);
        List<ScopeRow> tlds = trends.tlds(Weighting.DOMAINS, READS);
        Map<String, Consumer<Integer>> reads = new LinkedHashMap<>();
        reads.put("all crawls of the whole frame", _ -> trends.points(new Scope.All(), Weighting.DOMAINS));
        reads.put(
                "all crawls of a TLD",
                i -> trends.points(tlds.get(i % tlds.size()).scope(), Weighting.DOMAINS));
        reads.put(
                "all crawls of a provider",
                i -> trends.points(providers.get(i % providers.size()).scope(), Weighting.MX_HOSTS));
        reads.put(
                "a provider's newest figures",
                i -> trends.newest(providers.get(i % providers.size()).scope(), Weighting.DOMAINS));
        reads.put("the 50 largest TLDs", _ -> trends.tlds(Weighting.DOMAINS, 50));
        reads.put("the 50 largest providers", _ -> trends.providers(Weighting.DOMAINS, 50));
        StringBuilder report = new StringBuilder("| read | p50 | p99 | load |%n|---|---|---|---|%n".formatted());
        reads.forEach((name, read) -> {
            long[] took = new long[READS];
            for (int i = 0; i < READS; i++) {
                long began = System.nanoTime();
                read.accept(i);
                took[i] = System.nanoTime() - began;
            }
            Arrays.sort(took);
            report.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f ms | %.1f ms | %.1f |%n",
                    name,
                    took[READS / 2] / 1e6,
                    took[READS * 99 / 100] / 1e6,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        });
        return report.toString();
    }

    private void works(String... words) {
        CommandRun.over(folder, List.of(words)).done();
    }
}
