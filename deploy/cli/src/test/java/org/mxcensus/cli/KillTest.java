package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// A crawl in a process of its own that is ended from outside, and started again.
class KillTest {
    private static final int DOMAINS = 90;
    private static final String DATE = "2026-08-01";

    @TempDir
    static Path folder;

    private static TestLab lab;
    private static Path list;
    private static Dataset uninterrupted;

    @BeforeAll
    static void crawlWithoutInterruption() {
        lab = TestLab.start(world(), folder);
        list = lab.list(folder);
        CommandRun run = CommandRun.of(words(folder.resolve("whole")));
        assertThat(run.err()).isEmpty();
        uninterrupted = new Dataset(folder.resolve("whole"), LocalDate.parse(DATE));
    }

    @AfterAll
    static void endTheWorld() {
        lab.close();
    }

    @Test
    void afterSigkillTheRowsAreThoseOfAnUninterruptedCrawl() throws Exception {
        Path data = folder.resolve("killed");
        Process process = start(data);
        await().atMost(Duration.ofMinutes(2)).until(() -> parts(data, "domains") >= 3 || !process.isAlive());
        process.destroyForcibly().waitFor();
        assertThat(new Dataset(data, LocalDate.parse(DATE)).directory().resolve("manifests"))
                .as("the process must die in the middle of the crawl")
                .doesNotExist();

        CommandRun again = CommandRun.of(words(data));

        assertThat(again.err()).isEmpty();
        sameRows(new Dataset(data, LocalDate.parse(DATE)));
    }

    @Test
    void sigtermStopsCleanlyAndSaysHowToGoOn() throws Exception {
        Path data = folder.resolve("stopped");
        Process process = start(data);
        await().atMost(Duration.ofMinutes(2)).until(() -> parts(data, "domains") >= 1 || !process.isAlive());

        process.destroy();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        String said = Files.readString(log(data));
        assertThat(said)
                .contains("Stopped; what is done is kept. Go on with: mxcensus crawl ")
                .contains("--crawl " + DATE)
                .doesNotContain("bug")
                .doesNotContain("Exception");

        assertThat(CommandRun.of(words(data)).err()).isEmpty();
        sameRows(new Dataset(data, LocalDate.parse(DATE)));
    }

    private static void sameRows(Dataset resumed) {
        for (Table<?> table : Table.OBSERVED) {
            assertThat(resumed.essence(table)).as(table.name()).isEqualTo(uninterrupted.essence(table));
        }
    }

    /// Every domain has a host of its own, some of them slow, so that a crawl has a middle.
    private static World world() {
        List<Spec> specs = new ArrayList<>(List.of(ZoneSpec.of("nl")));
        IntStream.range(0, DOMAINS).forEach(i -> {
            String name = "d%02d.nl".formatted(i);
            specs.add(DomainSpec.of(name).withMx("10 mx." + name).withSigned(i % 3 == 0));
            HostSpec host = HostSpec.of("mx." + name);
            specs.add(i % 10 == 9 ? host.withSmtp(SmtpBehaviour.SILENT) : host);
        });
        return World.of(specs);
    }

    private static List<String> words(Path data) {
        return lab.with("crawl", list.toString(), "--data", data.toString(), "--crawl", DATE, "--chunk", "6");
    }

    private static Process start(Path data) throws IOException {
        return ChildProcess.start(log(data), words(data));
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".out");
    }

    private static int parts(Path data, String table) throws IOException {
        Path parts = data.resolve("work/crawl=" + DATE).resolve(table);
        if (!Files.isDirectory(parts)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(parts)) {
            return (int) files.count();
        }
    }
}
