package org.mxcensus.crawler.crawl;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mxcensus.crawler.queue.MemoryQueue;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;
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
        CrawlProgress progress) {
    private static final int PARTITION = 0;

    /// Runs until every domain of the frame has gone all the way.
    ///
    /// @throws UserError where the store can no longer be written; all that is published stays
    /// @throws InterruptedException where the calling thread is interrupted
    void run() throws InterruptedException {
        MemoryQueue<String> domains = new MemoryQueue<>(plan.chunkSize());
        MemoryQueue<String> hosts = new MemoryQueue<>(plan.chunkSize());
        MemoryQueue<SmtpTarget> targets = new MemoryQueue<>(plan.chunkSize());

        StageRunner<String, DomainRow> domainStage = runner(
                stages.domains(),
                domains,
                Onward.to(hosts, row -> DomainStage.hosts(row, implicitMx)),
                limits.inFlight(),
                progress.domains());
        StageRunner<String, HostRow> hostStage = runner(
                stages.hosts(), hosts, Onward.to(targets, HostStage::targets), limits.inFlight(), progress.hosts());
        // Who waits for a turn at a busy network must not keep others from theirs: pace bounds this stage.
        StageRunner<SmtpTarget, SmtpRow> smtpStage =
                runner(stages.targets(), targets, Onward.nowhere(), Integer.MAX_VALUE, progress.smtp());

        try (ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService parts = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                together(
                        parts,
                        List.of(
                                () -> Frame.feed(files, plan, domains),
                                () -> domainStage.cut(looks),
                                domainStage::publish,
                                () -> hostStage.cut(looks),
                                hostStage::publish,
                                () -> smtpStage.cut(looks),
                                smtpStage::publish));
            } finally {
                parts.shutdownNow();
                looks.shutdownNow();
            }
        }
    }

    private <M, R extends Record> StageRunner<M, R> runner(
            Stage<M, R> stage, MemoryQueue<M> inbox, Onward<R> onward, int inFlight, StageProgress stageProgress) {
        // The plan's chunk size, whatever this run was started with: extents never change within a crawl.
        StageLimits stageLimits = new StageLimits(plan.chunkSize(), limits.openChunks(), inFlight);
        return new StageRunner<>(
                stage, inbox, onward, new ChunkWriter<>(files, stage.table(), PARTITION), stageLimits, stageProgress);
    }

    private interface Part {
        void run() throws InterruptedException;
    }

    /// Runs the parts at once until all have ended, or one has failed.
    private static void together(ExecutorService executor, List<Part> parts) throws InterruptedException {
        CompletionService<Boolean> running = new ExecutorCompletionService<>(executor);
        for (Part part : parts) {
            Callable<Boolean> call = () -> {
                part.run();
                return true;
            };
            running.submit(call);
        }
        for (int ended = 0; ended < parts.size(); ended++) {
            try {
                running.take().get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof UserError error
                        ? error
                        : new IllegalStateException("a part of the crawl failed", e.getCause());
            }
        }
    }
}
