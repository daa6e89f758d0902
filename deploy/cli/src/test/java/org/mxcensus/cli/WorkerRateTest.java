package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.broker.BrokerOptions;
import org.mxcensus.broker.BrokerProcess;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.lab.generate.GeneratedWorld;

/// How many domains a second one process measures, and one and four workers over Kafka: the same world, the same
/// machine, one after the other, three times. The lab and the broker run beside them.
///
/// The rate is that of the second half of a run, when all is warm: half of the domains, over the time from when the
/// first half was published to when the last stage was complete. It writes `target/benchmarks/workers.md`, and asserts
/// nothing about time.
@Tag("endurance")
class WorkerRateTest {
    /// So many that four processes on two cores are warm in the second half.
    private static final int DOMAINS = 120_000;
    private static final int ROUNDS = 3;
    private static final LocalDate DATE = LocalDate.parse("2026-08-01");

    @TempDir
    static Path folder;

    private static TestLab lab;
    private static Path list;

    @BeforeAll
    static void startTheWorld() {
        lab = TestLab.start(new GeneratedWorld(7, DOMAINS).atMonth(6), folder);
        list = lab.list(folder);
    }

    @AfterAll
    static void endTheWorld() {
        lab.close();
    }

    @Test
    void ratesOfOneProcessAndOfWorkers() throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        List<Double> four = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(crawl(folder.resolve("alone" + round)));
            one.add(workers(folder.resolve("one" + round), 1));
            four.add(workers(folder.resolve("four" + round), 4));
        }
        String report = String.format(
                Locale.ROOT,
                "| %,d domains of a lab | one process | one worker | four workers |%n|---|---|---|---|%n"
                        + "| domains a second, second half, median of %d | %.0f | %.0f | %.0f |%n"
                        + "| of the one process's rate | 1 | %.2f | %.2f |%n",
                DOMAINS,
                ROUNDS,
                median(alone),
                median(one),
                median(four),
                median(one) / median(alone),
                median(four) / median(alone));
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("workers.md"), report);
        assertThat(alone).hasSize(ROUNDS);
    }

    private static double crawl(Path data) throws Exception {
        List<String> words = lab.with("crawl", list.toString(), "--data", data.toString(), "--crawl", DATE.toString());
        Process process = ChildProcess.start(data.resolveSibling(data.getFileName() + ".out"), words);
        return rate(data, List.of(process));
    }

    private static double workers(Path data, int count) throws Exception {
        Path broker = data.resolveSibling(data.getFileName() + "-kafka");
        try (BrokerProcess kafka =
                BrokerProcess.start(BrokerOptions.in(broker), data.resolveSibling(data.getFileName() + "-kafka.out"))) {
            List<String> crawl =
                    List.of("--kafka", kafka.bootstrap(), "--data", data.toString(), "--crawl", DATE.toString());
            List<String> enqueue = new ArrayList<>(List.of("enqueue", list.toString(), "--simulated"));
            enqueue.addAll(crawl);
            assertThat(CommandRun.of(enqueue).status()).isEqualTo(ExitStatus.DONE);
            List<String> worker = new ArrayList<>(lab.with("worker"));
            worker.addAll(crawl);
            List<Process> processes = new ArrayList<>();
            for (int number : IntStream.range(0, count).toArray()) {
                processes.add(ChildProcess.start(
                        data.resolveSibling("%s-%d.out".formatted(data.getFileName(), number)), worker));
            }
            return rate(data, processes);
        }
    }

    /// From the times of the published files, so that nobody who watches slows what is measured.
    private static double rate(Path data, List<Process> processes) throws InterruptedException, IOException {
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        List<Instant> domains = published(data, "domains");
        Instant half = domains.get((domains.size() - 1) / 2);
        Instant end = published(data, "smtp").getLast();
        return DOMAINS / 2 / (Duration.between(half, end).toMillis() / 1000.0);
    }

    /// When each file of a table was published, in order. Chunks of domains are of one size, but for the last ones.
    private static List<Instant> published(Path data, String table) throws IOException {
        List<Instant> times = new ArrayList<>();
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(data.resolve("work/crawl=" + DATE + "/" + table))) {
            for (Path part : parts) {
                times.add(Files.getLastModifiedTime(part).toInstant());
            }
        }
        times.sort(Comparator.naturalOrder());
        return times;
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
