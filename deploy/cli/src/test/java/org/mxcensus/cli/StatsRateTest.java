package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.datasets.store.DirectoryStore;

/// `mxcensus stats` and `mxcensus transitions` over generated crawls, each in a JVM of its own with 1 GiB of heap
/// beside DuckDB's 2 GB. Writes `target/benchmarks/stats.md`. That nobody is left out is asserted; times are not.
@Tag("endurance")
class StatsRateTest {
    private static final List<Integer> SIZES = List.of(1_000_000, 10_000_000);
    private static final List<LocalDate> CRAWLS = List.of(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 1));

    @TempDir
    Path folder;

    @Test
    void tenMillionDomainsInTwoCrawls() throws Exception {
        StringBuilder report = new StringBuilder(
                "| command | domains | wall | CPU | peak RSS | load |%n|---|---|---|---|---|---|%n".formatted());
        for (int domains : SIZES) {
            Path data = folder.resolve("data-" + domains);
            for (LocalDate crawl : CRAWLS) {
                works(data, "generate", "--domains", "" + domains, "--crawl", crawl.toString());
                works(data, "finish", "--crawl", crawl.toString());
                CommandAlone.run(
                        "3g",
                        "judge",
                        "--data",
                        data.toString(),
                        "--crawl",
                        crawl.toString(),
                        "--ca-file",
                        data.resolve("generated-ca.pem").toString());
                line(report, "stats", domains, "--data", data.toString(), "--crawl", crawl.toString());
            }
            line(report, "transitions", domains, "--data", data.toString());
            try (Trends trends = TrendsStore.open(new DirectoryStore(data)).orElseThrow()) {
                assertThat(trends.points(new Scope.All(), Weighting.DOMAINS))
                        .allMatch(point -> point.frame() == domains);
            }
        }
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("stats.md"), report);
    }

    private static void line(StringBuilder report, String command, int domains, String... options) throws Exception {
        String[] words = new String[options.length + 1];
        words[0] = command;
        System.arraycopy(options, 0, words, 1, options.length);
        report.append(String.format(
                Locale.ROOT,
                "| `%s` | %,d | %s |%n",
                command,
                domains,
                CommandAlone.run("1g", words).cells()));
    }

    private static void works(Path data, String... words) {
        CommandRun.over(data, List.of(words)).done();
    }
}
