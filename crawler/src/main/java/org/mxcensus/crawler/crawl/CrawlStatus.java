package org.mxcensus.crawler.crawl;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.mxcensus.crawler.queue.KafkaConfig;
import org.mxcensus.crawler.queue.KafkaTopics;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// How far a crawl has come: by its published files, and by its queues where it has some that outlive a process.
///
/// @param crawl the date that names it
/// @param frameRows how many rows the frame has
/// @param partitions of each queue
/// @param stages in the order of the flow
public record CrawlStatus(LocalDate crawl, long frameRows, int partitions, List<Stage> stages) {
    private static final Duration RECENTLY = Duration.ofMinutes(5);
    private static final int RECENT_CHUNKS = 8;

    public CrawlStatus {
        stages = List.copyOf(stages);
    }

    /// How far one stage has come.
    ///
    /// @param name of its queue
    /// @param messages taken up
    /// @param duplicates among them, which were looked at before
    /// @param optedOut among them, which may not be looked at
    /// @param done rows published
    /// @param waiting messages in the queue that no published chunk has; empty where nobody can know yet
    /// @param deferred rows that wait for their second try
    /// @param reused rows that took over what another name of the address had shown
    /// @param unmeasured rows that could not tell
    /// @param perSecond rows published, of late
    /// @param completePartitions those that nothing is left to do in
    public record Stage(
            String name,
            long messages,
            long duplicates,
            long optedOut,
            long done,
            OptionalLong waiting,
            long deferred,
            long reused,
            long unmeasured,
            double perSecond,
            int completePartitions) {

        /// How long the waiting messages will take at the rate of late; empty where that cannot be told.
        public Optional<Duration> left() {
            return waiting.isEmpty() || (waiting.getAsLong() > 0 && perSecond == 0)
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(
                            waiting.getAsLong() == 0 ? 0 : Math.round(waiting.getAsLong() / perSecond)));
        }
    }

    /// Whether nothing is left to do in any stage.
    public boolean isComplete() {
        return stages.stream().allMatch(stage -> stage.completePartitions() == partitions);
    }

    /// Looks at a crawl.
    ///
    /// @param kafka where its queues are; asked only where it has some there
    /// @param now what "of late" is counted from
    /// @throws UserError where it has not begun
    public static CrawlStatus of(WorkFiles files, KafkaConfig kafka, Instant now) throws InterruptedException {
        CrawlPlan plan = CrawlPlan.find(files)
                .orElseThrow(() -> new UserError("There is no crawl of %s in %s; name another with --crawl or --data."
                        .formatted(files.crawl(), files.store())));
        if (!plan.distributed()) {
            return of(files, plan, Optional.empty(), now);
        }
        try (KafkaTopics topics = new KafkaTopics(kafka, files.crawl().toString(), Channels.NAMES)) {
            return of(files, plan, Optional.of(topics), now);
        }
    }

    private static CrawlStatus of(WorkFiles files, CrawlPlan plan, Optional<KafkaTopics> topics, Instant now)
            throws InterruptedException {
        List<Stage> stages = new ArrayList<>();
        for (StageName name : StageName.values()) {
            stages.add(stage(files, plan, name, topics, now));
        }
        return new CrawlStatus(files.crawl(), plan.frameRows(), plan.partitions(), stages);
    }

    private static Stage stage(
            WorkFiles files, CrawlPlan plan, StageName name, Optional<KafkaTopics> topics, Instant now)
            throws InterruptedException {
        Published published = Published.of(files, name.table());
        List<PartitionStanding> standings = IntStream.range(0, plan.partitions())
                .mapToObj(published::standing)
                .toList();
        Tally sum = standings.stream().map(PartitionStanding::sum).reduce(Tally.NOTHING, Tally::plus);
        long measuredLater =
                standings.stream().mapToLong(s -> s.retries().measured()).sum();
        double perSecond = 0;
        for (int partition = 0; partition < standings.size(); partition++) {
            perSecond += perSecond(new PartitionFiles<>(files, name.table(), partition), standings.get(partition), now);
        }
        return new Stage(
                name.queue(),
                sum.messages(),
                sum.duplicates(),
                sum.optedOut(),
                sum.rows(),
                waiting(plan, name, topics, standings, sum),
                standings.stream().mapToLong(PartitionStanding::waiting).sum(),
                sum.reused(),
                sum.unmeasured() - measuredLater,
                perSecond,
                (int) standings.stream()
                        .filter(standing -> standing.isComplete(name.senders(plan)))
                        .count());
    }

    /// What the log holds beyond the published chunks. A log also holds seals, which are few.
    private static OptionalLong waiting(
            CrawlPlan plan, StageName name, Optional<KafkaTopics> topics, List<PartitionStanding> standings, Tally sum)
            throws InterruptedException {
        if (topics.isEmpty()) {
            return name == StageName.DOMAINS
                    ? OptionalLong.of(plan.frameRows() - sum.messages())
                    : OptionalLong.empty();
        }
        long[] ends = topics.get().ends(name.queue());
        long waiting = 0;
        for (int partition = 0; partition < ends.length; partition++) {
            PartitionStanding standing = standings.get(partition);
            if (standing.seals().size() < name.senders(plan)) {
                waiting += ends[partition] - standing.end();
            }
        }
        return OptionalLong.of(waiting);
    }

    private static double perSecond(PartitionFiles<?> files, PartitionStanding standing, Instant now) {
        if (standing.chunks() == 0 || standing.note().orElseThrow().at().isBefore(now.minus(RECENTLY))) {
            return 0;
        }
        long first = Math.max(0, standing.chunks() - RECENT_CHUNKS);
        ChunkNote base = files.note(first);
        while (base.at().isBefore(now.minus(RECENTLY)) && first < standing.chunks() - 1) {
            base = files.note(++first);
        }
        long rows = standing.sum().rows() - base.sum().rows();
        double seconds = Duration.between(base.at(), now).toMillis() / 1000.0;
        return rows == 0 || seconds <= 0 ? 0 : rows / seconds;
    }
}
