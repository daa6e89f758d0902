package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.lab.generate.GeneratedWorld;

/// A process that has crawled a million domains of the lab, a hundred thousand at a time, holds what it held after the
/// first tenth. Writes `target/benchmarks/leaks.md`.
@Tag("endurance")
class LeakTest {
    private static final int DOMAINS = Integer.getInteger("mxcensus.leak.domains", 100_000);

    /// What a collector leaves, and pages that malloc keeps, differ by so much from one time to the next.
    private static final long NOISE = 32 << 20;

    /// Compilers and carriers of virtual threads come and go.
    private static final int OF_THE_JVM = 2;

    @TempDir
    Path folder;

    @Test
    void aMillionDomainsLeaveNothingBehind() throws Exception {
        List<Holding> held;
        try (TestLab lab = TestLab.start(new GeneratedWorld(7, DOMAINS).atMonth(6), folder)) {
            held = run(lab).stream().map(Holding::of).toList();
        }
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("leaks.md"), table(held));

        assertThat(held).hasSize(CrawlTenTimes.TIMES);
        Holding first = held.getFirst();
        Holding last = held.getLast();
        assertThat(last.heap()).isLessThan(first.heap() + NOISE);
        assertThat(last.resident()).isLessThan(first.resident() * 5 / 4 + NOISE);
        assertThat(last.buffers()).isLessThan(first.buffers() + NOISE);
        assertThat(last.threads()).isLessThanOrEqualTo(first.threads() + OF_THE_JVM);
        assertThat(last.files()).isLessThanOrEqualTo(first.files());
    }

    private List<String> run(TestLab lab) throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(CrawlAlone.command(CrawlTenTimes.class, lab, folder))
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return Files.readAllLines(said);
    }

    private static String table(List<Holding> held) {
        StringBuilder table = new StringBuilder(
                "| domains crawled | heap MiB | resident MiB | buffers MiB | threads | open files |\n|---|---|---|---|---|---|\n");
        for (int i = 0; i < held.size(); i++) {
            Holding at = held.get(i);
            table.append("| %,d | %d | %d | %d | %d | %d |%n"
                    .formatted(
                            (i + 1) * DOMAINS,
                            at.heap() >> 20,
                            at.resident() >> 20,
                            at.buffers() >> 20,
                            at.threads(),
                            at.files()));
        }
        return table.toString();
    }
}
