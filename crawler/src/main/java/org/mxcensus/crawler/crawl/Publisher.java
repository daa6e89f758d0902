package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.queue.Inbox;
import org.mxcensus.crawler.queue.Outbox;

/// Finishes the chunks of a partition in order. One thread runs it.
///
/// When all of a chunk has been looked at: sends on what follows from its rows, publishes its files, settles what was
/// sent, commits. A chunk that is published already is read instead of looked at; what follows from its rows is the
/// same, since it follows from nothing else.
///
/// @param <R> the rows
final class Publisher<R extends Record> {
    private final Stage<?, R> stage;
    private final Inbox<?> inbox;
    private final Onward<R> onward;
    private final PartitionFiles<R> files;
    private final Retries<R> retries;
    private final Setback setback;
    private final StageProgress progress;
    private final Clock clock;
    private Tally sum = Tally.NOTHING;

    Publisher(
            Stage<?, R> stage,
            Inbox<?> inbox,
            Onward<R> onward,
            PartitionFiles<R> files,
            Retries<R> retries,
            Setback setback,
            StageProgress progress,
            Clock clock) {
        this.stage = stage;
        this.inbox = inbox;
        this.onward = onward;
        this.files = files;
        this.retries = retries;
        this.setback = setback;
        this.progress = progress;
        this.clock = clock;
    }

    /// Finishes chunks until the line ends.
    ///
    /// @param before what the chunks before the first one come to
    void run(Tally before, ChunkLine<R> line) throws InterruptedException {
        sum = before;
        for (Optional<Chunk<R>> next = line.take(); next.isPresent(); next = line.take()) {
            Chunk<R> chunk = next.get();
            List<R> rows = chunk.isPublished() ? found(chunk) : looked(chunk);
            sum = sum.plus(chunk.taken()).plus(tally(rows));
            progress.published(rows.size());
            retries.offer(chunk.number(), rows);
            inbox.commit(chunk.end());
        }
    }

    private List<R> found(Chunk<R> chunk) throws InterruptedException {
        List<R> rows = chunk.published();
        rows.forEach(row -> progress.found(stage.outcome(row)));
        onward.send(rows).settle();
        return rows;
    }

    private List<R> looked(Chunk<R> chunk) throws InterruptedException {
        List<Stage.Seen<R>> seen = chunk.await();
        List<R> rows = seen.stream().map(Stage.Seen::row).toList();
        Outbox.Delivery delivery = onward.send(rows);
        ChunkNote note = new ChunkNote(
                chunk.end(), chunk.seals(), sum.plus(chunk.taken()).plus(tally(rows)), clock.instant());
        if (setback.until(() -> files.publish(chunk.number(), seen, note))) {
            delivery.settle();
            return rows;
        }
        // Somebody else was first: those rows stand.
        List<R> theirs = files.read(chunk.number());
        onward.send(theirs).settle();
        return theirs;
    }

    private Tally tally(List<R> rows) {
        return new Tally(
                0,
                0,
                0,
                rows.size(),
                rows.stream().filter(row -> !stage.measured(row)).count(),
                rows.stream().filter(row -> stage.due(row).isPresent()).count(),
                rows.stream().filter(stage::isReused).count());
    }
}
