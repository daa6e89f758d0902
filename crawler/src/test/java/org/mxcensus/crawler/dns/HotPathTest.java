package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Measures the hot path of the DNS in a JVM of its own. Writes `target/benchmarks/dns-hot-path.md`, and asserts
/// nothing about time.
@Tag("endurance")
class HotPathTest {

    @Test
    void whatAQuestionCosts() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(HotPath.class.getName())
                        .forks(1)
                        .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .shouldFailOnError(true)
                        .build())
                .run();

        StringBuilder report = new StringBuilder("| step | µs | ± |\n|---|---|---|\n");
        for (RunResult result : results) {
            report.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f |%n",
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError()));
        }
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("dns-hot-path.md"), report);
        assertThat(results).hasSize(5);
    }
}
