package org.mxcensus.crawler.crawl;

import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.mxcensus.crawler.tls.ScriptedServer;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.WorkFiles;

/// A process that takes a long queue of targets through the last stage: the real queue, stage, gate, probe and files.
/// Nobody listens at any of the addresses, each of which has two names. Says, for each tenth of the queue, how many
/// rows are published and how many bytes of the heap live.
///
/// A tenth is whole chunks, and is counted when all of it is published: what is under way at a time comes and goes by
/// megabytes.
final class LongQueue {

    private static final int TENTHS = 10;
    private static final StageLimits LIMITS = new StageLimits(500, 4, 512);
    private static final int COLLECTIONS = 10;
    private static final Duration BETWEEN_COLLECTIONS = Duration.ofMillis(100);

    private LongQueue() {}

    /// @param words folder for the files, number of targets
    public static void main(String[] words) throws Exception {
        int count = Integer.parseInt(words[1]);
        WorkFiles files = new WorkFiles(new DirectoryStore(Path.of(words[0])), LocalDate.parse("2026-11-24"));
        StageProgress progress = new StageProgress("smtp");
        MemoryQueue<SmtpTarget> queue = new MemoryQueue<>(LIMITS.chunkSize());
        Clock clock = Clock.systemUTC();
        try (Socket nobody = ScriptedServer.unheardPort();
                Transport transport = Transport.open(1);
                TlsClient tls = TlsClient.open()) {
            Gate gate = new Gate(new Guard(true), OptOut.NOBODY, new Pace(PaceLimits.LAB));
            SmtpConfig config = SmtpConfig.lab("probe.mxcensus.test", nobody.getLocalPort());
            SmtpProbe probe = new SmtpProbe(transport, tls, gate, config, clock);
            SmtpTargetStage stage = new SmtpTargetStage(
                    probe,
                    new SecondLooks(probe, tls, "2026-11-24"),
                    new SharedAddresses("2026-11-24", clock),
                    RetryRule.NEVER,
                    OptOut.NOBODY,
                    clock);
            PartitionRun<SmtpTarget, SmtpRow> run = new PartitionRun<>(new PartitionRun.Parts<>(
                    stage,
                    queue,
                    Onward.nowhere(),
                    new PartitionFiles<>(files, Table.SMTP, 0),
                    Published.of(files, Table.SMTP).standing(0),
                    LIMITS,
                    LIMITS.room(Table.SMTP),
                    1,
                    Setback.GIVE_UP,
                    progress,
                    clock));
            Together.run(List.of(run::run, () -> fill(queue, count, progress)));
        }
        say(progress);
    }

    private static void fill(MemoryQueue<SmtpTarget> queue, int count, StageProgress progress)
            throws InterruptedException {
        List<SmtpTarget> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(target(i));
            if (batch.size() == 1_000 || i == count - 1) {
                queue.send(batch).settle();
                batch.clear();
            }
            if ((i + 1) % (count / TENTHS) == 0) {
                long sent = i + 1;
                await().atMost(Duration.ofMinutes(1)).until(() -> progress.publishedRows() == sent);
                say(progress);
            }
        }
        queue.seal(0);
    }

    /// Two names an address, one behind the other.
    private static SmtpTarget target(int i) {
        int address = i / 2;
        String ip = "127.%d.%d.%d".formatted(64 + address / 62_500, address / 250 % 250, 1 + address % 250);
        String host = "mx" + i + ".example.net";
        return SmtpTarget.of(ip, host, host, false);
    }

    private static void say(StageProgress progress) throws InterruptedException {
        System.out.println(progress.publishedRows() + " " + live());
    }

    /// What is done with may wait for its cleaner, and lives some collections longer: the least of several says what
    /// stays.
    private static long live() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, collected());
            Thread.sleep(BETWEEN_COLLECTIONS);
        }
        return least;
    }

    private static long collected() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
