package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.queue.Channel;
import org.mxcensus.crawler.queue.KafkaIntake;
import org.mxcensus.crawler.queue.KafkaOutboxes;
import org.mxcensus.crawler.queue.KafkaTopics;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// One of several processes that measure a crawl together. The broker divides the partitions among them; what a
/// partition has come to is in the store, which all of them share.
public final class Worker implements AutoCloseable {
    /// How often it is looked up whether the others have finished too.
    private static final long LOOK_ROUND_MILLIS = 1_000;
    /// The partition of the last stage whose owner concludes the crawl.
    private static final int CONCLUDING = 0;

    private final WorkFiles files;
    private final WorkerConfig config;
    private final CrawlPlan plan;
    private final Stages stages;
    private final KafkaTopics topics;
    private final KafkaOutboxes outboxes;
    private final Probes probes;
    private final CrawlProgress progress;
    private final Clock clock;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final List<StageShare<?, ?>> shares = new ArrayList<>();

    private Worker(
            WorkFiles files,
            WorkerConfig config,
            CrawlPlan plan,
            Stages stages,
            KafkaTopics topics,
            Probes probes,
            Clock clock) {
        this.files = files;
        this.config = config;
        this.plan = plan;
        this.stages = stages;
        this.topics = topics;
        this.outboxes = new KafkaOutboxes(config.kafka(), topics);
        this.probes = probes;
        this.clock = clock;
        this.progress = new CrawlProgress(plan.frameRows());
    }

    /// Finds the crawl at the broker and in the store, and asks the resolver whether it serves.
    ///
    /// @throws UserError where one of them is of no use, or they are not of the same crawl
    /// @throws InterruptedException where the calling thread is interrupted
    public static Worker open(Store store, WorkerConfig config, Clock clock) throws InterruptedException {
        Probes probes = Probes.open(config.probes(), clock);
        try {
            probes.check();
            return open(new WorkFiles(store, config.date()), config, probes, clock);
        } catch (RuntimeException | InterruptedException e) {
            probes.close();
            throw e;
        }
    }

    private static Worker open(WorkFiles files, WorkerConfig config, Probes probes, Clock clock)
            throws InterruptedException {
        String crawl = config.date().toString();
        KafkaTopics topics = new KafkaTopics(config.kafka(), crawl, Channels.NAMES);
        try {
            CrawlPlan plan = new Rendezvous(files, config.date(), topics).plan();
            boolean first = Settings.agree(files, config.recorded());
            OptOutSource optOut = OptOutInForce.join(files, config.probes(), first, clock, Ticker.SYSTEM);
            ProbeConfig look = config.probes().leavingAlone(optOut);
            Stages stages =
                    new ProbingStages(probes, look, plan.partitions(), crawl, !plan.knowsDelegations(), clock).stages();
            return new Worker(files, config, plan, stages, topics, probes, clock);
        } catch (RuntimeException | InterruptedException e) {
            topics.close();
            throw e;
        }
    }

    /// Measures its share of the crawl until the stages that it takes part in are complete, whoever completed them.
    /// Then the owner of the last stage's first partition concludes the crawl, while the others stand by: should it
    /// die, another becomes the owner.
    ///
    /// @param conclusion what follows a crawl
    /// @throws UserError where the crawl cannot go on here
    /// @throws InterruptedException where the calling thread is interrupted: by then all that was under way has
    ///     ended or been left, within the time of grace
    public void run(Conclusion conclusion) throws InterruptedException {
        try {
            takePart();
            while (!isComplete()) {
                pause();
            }
            if (config.stages().contains(StageName.SMTP_TARGETS)) {
                conclude(conclusion);
            }
        } finally {
            leave();
        }
    }

    /// What follows a crawl.
    public interface Conclusion {

        /// Whether somebody has concluded it.
        ///
        /// @param complete when its last row was written
        boolean isDone(Instant complete);

        /// Concludes it.
        void conclude();
    }

    private void conclude(Conclusion conclusion) throws InterruptedException {
        Instant complete = shares.stream()
                .map(StageShare::lastPublished)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        while (!conclusion.isDone(complete)) {
            if (shares.stream().anyMatch(share -> share.name() == StageName.SMTP_TARGETS && share.holds(CONCLUDING))) {
                conclusion.conclude();
                return;
            }
            pause();
        }
    }

    private boolean isComplete() {
        // Looking into the store costs something; not to be busy any more comes first.
        return shares.stream().noneMatch(StageShare::isBusy) && shares.stream().allMatch(StageShare::isComplete);
    }

    private void takePart() throws InterruptedException {
        Onward<DomainRow> hosts =
                Onward.to(outboxes.outbox(Channels.MX_HOSTS), row -> DomainStage.hosts(row, config.implicitMx()));
        Onward<HostRow> targets = Onward.to(outboxes.outbox(Channels.SMTP_TARGETS), HostStage::targets);
        for (StageName name : config.stages()) {
            switch (name) {
                case DOMAINS -> join(name, stages.domains(), Channels.DOMAINS, hosts, progress.domains());
                case MX_HOSTS -> join(name, stages.hosts(), Channels.MX_HOSTS, targets, progress.hosts());
                case SMTP_TARGETS ->
                    join(name, stages.targets(), Channels.SMTP_TARGETS, Onward.nowhere(), progress.smtp());
            }
        }
        shares.forEach(share ->
                Thread.ofPlatform().name("intake of " + share.name().queue()).start(() -> attend(share)));
    }

    private <M, R extends Record> void join(
            StageName name, Stages.Maker<M, R> maker, Channel<M> channel, Onward<R> onward, StageProgress stageProgress)
            throws InterruptedException {
        shares.add(new StageShare<>(
                new StageShare.Setting<>(
                        name,
                        maker,
                        onward,
                        files,
                        plan,
                        topics,
                        config.limits(),
                        config.grace(),
                        stageProgress,
                        clock,
                        failure::completeExceptionally),
                owner -> new KafkaIntake<>(config.kafka(), topics, channel, plan.chunkSize(), owner, Ticker.SYSTEM)));
    }

    private void attend(StageShare<?, ?> share) {
        try {
            share.run();
        } catch (RuntimeException e) {
            failure.completeExceptionally(e);
        } catch (InterruptedException e) {
            failure.completeExceptionally(new IllegalStateException("nobody interrupts an intake", e));
        }
    }

    /// Waits a while, unless something has failed.
    private void pause() throws InterruptedException {
        try {
            failure.get(LOOK_ROUND_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Nothing has failed.
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UserError error
                    ? error
                    : new IllegalStateException("the worker failed", e.getCause());
        }
    }

    /// All stages at once: each has its time of grace.
    private void leave() {
        Thread[] leaving = shares.stream()
                .map(share -> Thread.ofPlatform().start(share::close))
                .toArray(Thread[]::new);
        boolean interrupted = false;
        for (Thread thread : leaving) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the user should know of the resolver and of this machine: a sentence each.
    public List<String> warnings() {
        return probes.warningsOfACrawl();
    }

    /// What this worker has done; the others' part is not in it.
    public CrawlProgress progress() {
        return progress;
    }

    /// What can be told of it while it runs.
    public Vitals vitals() {
        return probes.vitals(progress);
    }

    /// How many messages of a stage no worker has finished yet. Asks the broker.
    ///
    /// @throws UserError where the broker does not answer
    public long lag(StageName stage) throws InterruptedException {
        return LongStream.of(topics.ends(stage.queue())).sum()
                - LongStream.of(topics.committed(stage.queue())).sum();
    }

    @Override
    public void close() {
        try (topics;
                outboxes;
                probes) {
            // The order of closing is the point: what uses the others first.
        }
    }
}
