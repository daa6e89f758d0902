package org.mxcensus.crawler.crawl;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.queue.KafkaConfig;
import org.mxcensus.crawler.queue.KafkaOutboxes;
import org.mxcensus.crawler.queue.KafkaTopics;
import org.mxcensus.crawler.queue.TopicSettings;
import org.mxcensus.crawler.source.Source;
import org.mxcensus.crawler.source.SourceReport;
import org.mxcensus.crawler.source.Sources;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// Begins a crawl that workers will measure: writes its frame and its plan, makes its topics, and sends every domain.
///
/// Run again, it goes on where it stopped, and adds nothing twice.
public final class Enqueue {
    private final WorkFiles files;
    private final LocalDate date;
    private final FrameConfig frame;
    private final KafkaConfig kafka;

    /// @param date names the crawl
    /// @param frame who is to be measured; how, is the workers' affair
    public Enqueue(Store store, LocalDate date, FrameConfig frame, KafkaConfig kafka) {
        this.files = new WorkFiles(store, date);
        this.date = date;
        this.frame = frame;
        this.kafka = kafka;
    }

    /// @param plan of the crawl
    /// @param reports what was read; empty where an earlier run had read it
    public record Result(CrawlPlan plan, List<SourceReport> reports) {}

    /// @throws UserError where an input, the store or the broker is of no use, or where the crawl was begun otherwise
    /// @throws InterruptedException where the calling thread is interrupted; run it again to go on
    public Result run() throws InterruptedException {
        try (KafkaTopics topics = new KafkaTopics(kafka, date.toString(), Channels.NAMES)) {
            Optional<CrawlPlan> begun = CrawlPlan.find(files);
            if (begun.isPresent()) {
                requireSame(begun.get(), topics);
            } else {
                requireNew(topics);
            }
            topics.create(TopicSettings.of(begun.map(CrawlPlan::partitions).orElse(frame.partitions())));
            Result result = begun.isPresent() ? goOn(begun.get(), topics) : begin(topics);
            // Workers begin when they find this.
            topics.announce(result.plan().json());
            return result;
        }
    }

    private Result goOn(CrawlPlan plan, KafkaTopics topics) throws InterruptedException {
        send(part -> Frame.read(files, plan, part), topics);
        return new Result(plan, List.of());
    }

    private Result begin(KafkaTopics topics) throws InterruptedException {
        List<Source> sources = Sources.openAll(frame.inputs());
        try {
            send(part -> new Frame(files, part).write(sources, frame), topics);
            return new Result(
                    CrawlPlan.find(files).orElseThrow(),
                    sources.stream().map(Source::report).toList());
        } finally {
            sources.forEach(Source::close);
        }
    }

    private void send(Feed.Parts parts, KafkaTopics topics) throws InterruptedException {
        try (KafkaOutboxes outboxes = new KafkaOutboxes(kafka, topics)) {
            new Feed().run(parts, outboxes.resuming(Channels.DOMAINS));
        }
    }

    private void requireSame(CrawlPlan plan, KafkaTopics topics) throws InterruptedException {
        if (!plan.distributed()) {
            throw new UserError(
                    "The crawl of %s in %s was begun in one process; go on with it by `mxcensus crawl --crawl %s`, or name another date."
                            .formatted(date, files.store(), date));
        }
        plan.requireInputs(date, frame.inputs());
        if (!files.parts(Table.DOMAINS).isEmpty() && topics.announcement().isEmpty()) {
            throw new UserError(
                    "The topics of the crawl of %s are not at %s, but workers have measured some of it; name the broker that it was begun with, or another date with --crawl."
                            .formatted(date, kafka.bootstrap()));
        }
    }

    /// The last that `enqueue` does is to announce the plan, and by then its storage has it.
    private void requireNew(KafkaTopics topics) throws InterruptedException {
        if (topics.announcement().isPresent()) {
            throw new UserError(
                    "The crawl of %s at %s was enqueued into other storage than %s; name that with --data, or another date with --crawl."
                            .formatted(date, kafka.bootstrap(), files.store()));
        }
    }
}
