package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.WorkFiles;

/// Senders that seal a partition long before the others.
class SealsTest {
    private static final StageLimits LIMITS = new StageLimits(4, 2, 4);
    private static final int SENDERS = 2;
    private static final int HOSTS = 12;

    @TempDir
    Path folder;

    @Test
    void whoeverTakesOverBehindAChunkWithoutASealKnowsOfThoseBefore() throws InterruptedException {
        WorkFiles files = new WorkFiles(new DirectoryStore(folder), LocalDate.parse("2026-11-29"));
        LastingQueue<String> hosts = new LastingQueue<>(1, host -> host);
        var outbox = hosts.outbox(Steps.undisturbed());
        outbox.seal(0);
        outbox.send(IntStream.range(0, HOSTS)
                        .mapToObj(number -> "mx%d.example.nl".formatted(number))
                        .toList())
                .settle();

        Thread first = begin(files, hosts);
        // The seal and the first three hosts, and two chunks of four hosts; the last one is not enough for a chunk.
        await().until(() -> standing(files).chunks() == 3);
        first.interrupt();
        first.join();
        assertThat(standing(files).seals()).containsExactly(0);

        outbox.seal(1);
        assertThat(begin(files, hosts).join(Duration.ofSeconds(30)))
                .as("it comes to an end")
                .isTrue();

        assertThat(standing(files).isComplete(SENDERS)).isTrue();
        assertThat(CrawledRows.read(files, Table.MX_HOSTS)).hasSize(HOSTS);
    }

    private static PartitionStanding standing(WorkFiles files) {
        return Published.of(files, Table.MX_HOSTS).standing(0);
    }

    /// A process that has the partition.
    private static Thread begin(WorkFiles files, LastingQueue<String> hosts) {
        Stage<String, HostRow> stage = new ToyWorld(0).stages().hosts().of(0, Lease.FOREVER);
        PartitionRun<String, HostRow> run = new PartitionRun<>(new PartitionRun.Parts<>(
                stage,
                hosts.inbox(0, Steps.undisturbed()),
                Onward.nowhere(),
                new PartitionFiles<>(files, Table.MX_HOSTS, 0),
                standing(files),
                LIMITS,
                new Semaphore(LIMITS.inFlight()),
                SENDERS,
                Setback.GIVE_UP,
                new StageProgress(Table.MX_HOSTS.name()),
                Clock.fixed(ToyWorld.NOW, ZoneOffset.UTC)));
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                run.run();
            } catch (InterruptedException stopped) {
                // The process has died.
                return;
            }
        });
    }
}
