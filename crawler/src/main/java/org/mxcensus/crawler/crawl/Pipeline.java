package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.util.List;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.crawler.queue.MemoryQueue;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// frame → [domains] → domains → [mx-hosts] → mx_hosts → [smtp-targets] → smtp, all in this process.
///
/// @param files where the frame is and the parts go
/// @param plan what the crawl was begun with
/// @param implicitMx see [CrawlConfig]
record Pipeline(
        WorkFiles files,
        CrawlPlan plan,
        Stages stages,
        StageLimits limits,
        boolean implicitMx,
        CrawlProgress progress,
        Clock clock) {
    private static final int PARTITION = 0;

    /// Runs until every domain of the frame has gone all the way.
    ///
    /// @throws UserError where the store can no longer be written; all that is published stays
    /// @throws InterruptedException where the calling thread is interrupted
    void run() throws InterruptedException {
        MemoryQueue<String> domains = new MemoryQueue<>(plan.chunkSize());
        MemoryQueue<String> hosts = new MemoryQueue<>(plan.chunkSize());
        MemoryQueue<SmtpTarget> targets = new MemoryQueue<>(plan.chunkSize());
        Together.run(List.of(
                () -> new Feed().run(part -> Frame.read(files, plan, part), domains),
                () -> run(
                        stages.domains().of(PARTITION, Lease.FOREVER),
                        domains,
                        Onward.to(hosts, row -> DomainStage.hosts(row, implicitMx)),
                        progress.domains()),
                () -> run(
                        stages.hosts().of(PARTITION, Lease.FOREVER),
                        hosts,
                        Onward.to(targets, HostStage::targets),
                        progress.hosts()),
                () -> run(stages.targets().of(PARTITION, Lease.FOREVER), targets, Onward.nowhere(), progress.smtp())));
    }

    private <M, R extends Record> void run(
            Stage<M, R> stage, MemoryQueue<M> inbox, Onward<R> onward, StageProgress stageProgress)
            throws InterruptedException {
        new PartitionRun<>(new PartitionRun.Parts<>(
                        stage,
                        inbox,
                        onward,
                        new PartitionFiles<>(files, stage.table(), PARTITION),
                        Published.of(files, stage.table()).standing(PARTITION),
                        // The plan's chunk size, whatever this run was started with: extents never change.
                        limits.ofPartition(stage.table(), plan.chunkSize(), 1),
                        limits.room(stage.table()),
                        1,
                        Setback.GIVE_UP,
                        stageProgress,
                        clock))
                .run();
    }
}
