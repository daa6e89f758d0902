package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            long[] took = judge(data);
            Map<String, Long> rows = new Dataset(data, DATE)
                    .manifest().files().stream()
                            .collect(Collectors.groupingBy(
                                    Manifest.TableFile::table, Collectors.summingLong(Manifest.TableFile::rows)));
            assertThat(rows.get(Table.DOMAIN_VERDICTS.name())).isPositive().isEqualTo(rows.get(Table.DOMAINS.name()));
            assertThat(rows.get(Table.EXCHANGE_VERDICTS.name())).isEqualTo(rows.get(Table.MX_HOSTS.name()));
            report.append(String.format(
                    Locale.ROOT,
                    "| %,d | %.1f s | %.1f s | %,d MiB | %.1f |%n",
                    domains,
                    took[1] / 1e3,
                    took[0] / 1e3,
                    took[2] / 1024,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("judge.md"), report);
    }

    private static long[] judge(Path data) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JudgeAlone.class.getName(),
                        "judge",
                        "--data",
                        data.toString(),
                        "--crawl",
                        DATE.toString(),
                        "--ca-file",
                        data.resolve("generated-ca.pem").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        String[] figures = said.lines().toList().getLast().split(" ");
        return IntStream.range(0, figures.length)
                .mapToLong(i -> Long.parseLong(figures[i]))
                .toArray();
    }

    private static void works(String... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    }
}
