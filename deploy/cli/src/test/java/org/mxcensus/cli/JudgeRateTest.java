package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;

/// `mxcensus judge` over generated crawls, in a JVM of its own with 3 GiB of heap. Writes
/// `target/benchmarks/judge.md`. That every domain gets its verdict is asserted; times are not.
@Tag("endurance")
class JudgeRateTest {
    private static final List<Integer> SIZES = List.of(1_000_000, 10_000_000);
    private static final LocalDate DATE = LocalDate.of(2026, 8, 1);

    @TempDir
    Path folder;

    @Test
    void tenMillionDomainsIn3GiB() throws Exception {
        StringBuilder report =
                new StringBuilder("| domains | wall | CPU | peak RSS | load |%n|---|---|---|---|---|%n".formatted());
        for (int domains : SIZES) {
            Path data = folder.resolve("data-" + domains);
            works("generate", "--domains", "" + domains, "--data", data.toString(), "--crawl", DATE.toString());
            works("finish", "--data", data.toString(), "--crawl", DATE.toString());
            CommandAlone.Cost took = CommandAlone.run(
                    "3g",
                    "judge",
                    "--data",
                    data.toString(),
                    "--crawl",
                    DATE.toString(),
                    "--ca-file",
                    data.resolve("generated-ca.pem").toString());
            Map<String, Long> rows = new Dataset(data, DATE)
                    .manifest().files().stream()
                            .collect(Collectors.groupingBy(
                                    Manifest.TableFile::table, Collectors.summingLong(Manifest.TableFile::rows)));
            assertThat(rows.get(Table.DOMAIN_VERDICTS.name())).isPositive().isEqualTo(rows.get(Table.DOMAINS.name()));
            assertThat(rows.get(Table.EXCHANGE_VERDICTS.name())).isEqualTo(rows.get(Table.MX_HOSTS.name()));
            report.append(String.format(Locale.ROOT, "| %,d | %s |%n", domains, took.cells()));
        }
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("judge.md"), report);
    }

    private static void works(String... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    }
}
