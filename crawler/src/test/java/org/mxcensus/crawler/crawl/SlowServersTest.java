package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.Pace;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.queue.MemoryQueue;
import org.mxcensus.crawler.smtp.RetryRule;
import org.mxcensus.crawler.smtp.SecondLooks;
import org.mxcensus.crawler.smtp.SharedAddresses;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.crawler.smtp.SmtpProbe;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.crawler.tls.SlowServers;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.WorkFiles;

/// Whoever keeps us waiting keeps nobody else waiting: with a silent server in every chunk of the queue, all others are
/// done while every silent one is still being waited for. Through the real gate, at the usual pace.
class SlowServersTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int CHUNK = 20;

    @TempDir
    Path folder;

    @Test
    void aSilentServerInEveryChunkHoldsUpNobody() throws Exception {
        goesThrough(800, PaceLimits.NORMAL);
    }

    @Test
    @Tag("full")
    void norDoThoseThatFillTheirNetworks() throws Exception {
        goesThrough(4_000, PaceLimits.NORMAL);
    }

    private void goesThrough(int count, PaceLimits pace) throws Exception {
        int first = ThreadLocalRandom.current().nextInt(128, 220);
        List<Integer> slow = IntStream.range(0, count)
                .filter(SlowServersTest::isSlow)
                .boxed()
                .toList();
        StageProgress progress = new StageProgress("smtp");
        try (SlowServers servers = SlowServers.start(
                        count,
                        i -> address(first, i),
                        i -> isSlow(i) ? SlowServers.Script.SILENT : SlowServers.Script.PROMPT);
                Transport transport = Transport.open(1);
                TlsClient tls = TlsClient.open()) {
            Gate gate = new Gate(new Guard(true), OptOut.NOBODY, new Pace(pace));
            SmtpProbe probe = new SmtpProbe(transport, tls, gate, patient(servers.port()), Clock.systemUTC());
            MemoryQueue<SmtpTarget> queue = new MemoryQueue<>(CHUNK);
            PartitionRun<SmtpTarget, SmtpRow> run = run(probe, tls, queue, progress);
            Thread crawl = Thread.ofVirtual().start(() -> quietly(run::run));
            Thread feed = Thread.ofVirtual()
                    .start(() -> quietly(() -> {
                        for (int i = 0; i < count; i++) {
                            String host = "mx.d" + i + ".example";
                            queue.send(List.of(SmtpTarget.of(address(first, i), host, host, false)))
                                    .settle();
                        }
                        queue.seal(0);
                    }));

            await().atMost(Duration.ofMinutes(2)).until(() -> progress.done() == count - slow.size());

            await().atMost(Duration.ofMinutes(1)).until(() -> servers.open() == slow.size());
            // The first chunk has a silent server, so nothing can have been published: chunks keep their order.
            assertThat(progress.publishedRows()).isZero();
            feed.join();
            crawl.interrupt();
            crawl.join();
        }
    }

    /// One of each chunk, the first.
    private static boolean isSlow(int i) {
        return i % CHUNK == 0;
    }

    /// Silent servers share networks, four in each; so do the others.
    private static String address(int first, int i) {
        return isSlow(i)
                ? SlowServers.fourInANetwork(first, i / CHUNK)
                : SlowServers.fourInANetwork(first + 1 + i / CHUNK / 1_000, i);
    }

    private PartitionRun<SmtpTarget, SmtpRow> run(
            SmtpProbe probe, TlsClient tls, MemoryQueue<SmtpTarget> queue, StageProgress progress) {
        WorkFiles files = new WorkFiles(new DirectoryStore(folder), LocalDate.parse("2026-11-24"));
        SmtpTargetStage stage = new SmtpTargetStage(
                probe,
                new SecondLooks(probe, tls, "2026-11-24"),
                new SharedAddresses("2026-11-24", Clock.systemUTC()),
                RetryRule.NEVER,
                OptOut.NOBODY,
                Clock.systemUTC());
        StageLimits limits = StageLimits.DEFAULTS.ofPartition(Table.SMTP, CHUNK, 1);
        return new PartitionRun<>(new PartitionRun.Parts<>(
                stage,
                queue,
                Onward.nowhere(),
                new PartitionFiles<>(files, Table.SMTP, 0),
                Published.of(files, Table.SMTP).standing(0),
                limits,
                limits.room(Table.SMTP),
                1,
                Setback.GIVE_UP,
                progress,
                Clock.systemUTC()));
    }

    private static SmtpConfig patient(int port) {
        return SmtpConfig.evenly("probe.mxcensus.test", port, DAY, DAY);
    }

    private interface Work {
        void go() throws InterruptedException;
    }

    private static void quietly(Work work) {
        try {
            work.go();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
