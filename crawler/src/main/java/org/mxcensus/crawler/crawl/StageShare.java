package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mxcensus.crawler.queue.Inbox;
import org.mxcensus.crawler.queue.KafkaIntake;
import org.mxcensus.crawler.queue.KafkaTopics;
import org.mxcensus.datasets.store.WorkFiles;

/// The partitions of one stage that this worker owns at the moment.
///
/// @param <M> the messages that come in
/// @param <R> the rows
final class StageShare<M, R extends Record> implements KafkaIntake.Owner<M> {

    /// What all partitions of a stage have in common.
    ///
    /// @param onward takes what follows from its rows
    /// @param failed takes a failure that ends the worker
    record Setting<M, R extends Record>(
            StageName name,
            Stages.Maker<M, R> maker,
            Onward<R> onward,
            WorkFiles files,
            CrawlPlan plan,
            KafkaTopics topics,
            StageLimits limits,
            Duration grace,
            StageProgress progress,
            Clock clock,
            Consumer<RuntimeException> failed) {}

    private final Setting<M, R> setting;
    private final Semaphore inFlight;
    private final KafkaIntake<M> intake;
    private final Map<Integer, Tenure> tenures = new ConcurrentHashMap<>();
    /// Partitions that have been found complete, which they stay: their files need not be opened again.
    private final Set<Integer> complete = new HashSet<>();

    StageShare(Setting<M, R> setting, Intakes<M> intakes) throws InterruptedException {
        this.setting = setting;
        this.inFlight = setting.limits().room(setting.name().table());
        this.intake = intakes.open(this);
    }

    /// Joins the workers of the stage.
    interface Intakes<M> {
        KafkaIntake<M> open(KafkaIntake.Owner<M> owner) throws InterruptedException;
    }

    /// Takes what the broker assigns, until closed.
    void run() throws InterruptedException {
        intake.run();
    }

    /// Leaves the workers of the stage; what is under way has its time of grace.
    void close() {
        intake.close();
    }

    StageName name() {
        return setting.name();
    }

    /// Whether the partition is this worker's at the moment.
    boolean holds(int partition) {
        return tenures.containsKey(partition);
    }

    @Override
    public void assigned(KafkaIntake.Assigned<M> inbox) {
        Tenure tenure = new Tenure(
                setting.name().queue() + "-" + inbox.partition(),
                () -> open(inbox),
                // It may be ours still, and that nobody works on it would hold up the crawl for ever.
                inbox::abandon,
                setting.failed());
        tenures.put(inbox.partition(), tenure);
        tenure.begin();
    }

    @Override
    public void revoked(int partition) {
        Tenure tenure = tenures.remove(partition);
        if (tenure != null) {
            tenure.leave(setting.grace());
        }
    }

    @Override
    public void lost(int partition) {
        Tenure tenure = tenures.remove(partition);
        if (tenure != null) {
            tenure.stop();
        }
    }

    private PartitionRun<M, R> open(Inbox<M> inbox) throws InterruptedException {
        int partition = inbox.partition();
        Stage<M, R> stage = setting.maker().of(partition, intake.lease());
        return new PartitionRun<>(new PartitionRun.Parts<>(
                stage,
                inbox,
                setting.onward(),
                new PartitionFiles<>(setting.files(), stage.table(), partition),
                new SharedStorage(setting.files(), setting.topics()).standing(setting.name(), partition),
                setting.limits()
                        .ofPartition(
                                stage.table(),
                                setting.plan().chunkSize(),
                                setting.plan().partitions()),
                inFlight,
                setting.name().senders(setting.plan()),
                Setback.holding(intake.lease()),
                setting.progress(),
                setting.clock()));
    }

    /// Whether something is left to do in a partition of this worker.
    boolean isBusy() {
        return tenures.values().stream().anyMatch(Tenure::isRunning);
    }

    /// Whether nothing is left to do in any partition, whoever did it. Asked by one thread.
    boolean isComplete() {
        Published published = published();
        return partitions().allMatch(partition -> isComplete(partition, published));
    }

    private boolean isComplete(int partition, Published published) {
        return complete.contains(partition)
                || (published.standing(partition).isComplete(setting.name().senders(setting.plan()))
                        && complete.add(partition));
    }

    /// When the last file of the stage was published.
    Instant lastPublished() {
        Published published = published();
        return partitions()
                .mapToObj(published::standing)
                .map(PartitionStanding::lastPublished)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private Published published() {
        return Published.of(setting.files(), setting.name().table());
    }

    private IntStream partitions() {
        return IntStream.range(0, setting.plan().partitions());
    }
}
