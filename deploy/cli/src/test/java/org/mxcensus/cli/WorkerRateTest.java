package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.mxcensus.crawler.crawl.CrawlStatus;
import org.mxcensus.crawler.queue.KafkaConfig;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.WorkFiles;
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
    private static final long LOOK_ROUND_MILLIS = 100;

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
        return rate(data, List.of(process), new KafkaConfig("127.0.0.1:9092", java.util.Map.of()));
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
            return rate(data, processes, new KafkaConfig(kafka.bootstrap(), java.util.Map.of()));
        }
    }

    private static double rate(Path data, List<Process> processes, KafkaConfig kafka)
            throws InterruptedException, IOException {
        Instant half = reached(data, kafka, status -> status.stages().getFirst().done() >= DOMAINS / 2, processes);
        Instant end = reached(data, kafka, CrawlStatus::isComplete, processes);
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        return DOMAINS / 2 / (Duration.between(half, end).toMillis() / 1000.0);
    }

    private interface Place {
        boolean isReached(CrawlStatus status);
    }

    private static Instant reached(Path data, KafkaConfig kafka, Place place, List<Process> processes)
            throws InterruptedException {
        while (true) {
            Thread.sleep(LOOK_ROUND_MILLIS);
            Instant now = Instant.now();
            boolean begun = Files.exists(data.resolve("work/crawl=" + DATE + "/plan.json"));
            if (begun && place.isReached(CrawlStatus.of(new WorkFiles(new DirectoryStore(data), DATE), kafka, now))) {
                return now;
            }
            assertThat(processes).anyMatch(Process::isAlive);
        }
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
