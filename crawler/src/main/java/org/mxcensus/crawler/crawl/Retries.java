package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.smtp.RetryRule;

/// Second tries of what a partition put off, beside its first ones. One thread runs it.
///
/// Chunk by chunk, in order: when all rows of a chunk that were put off are due, they are looked at once more and
/// published beside the chunk. A chunk that has such a file is settled. The last try counts.
///
/// @param <R> the rows
final class Retries<R extends Record> {
    private final Stage<?, R> stage;
    private final PartitionFiles<R> files;
    private final Setback setback;
    private final StageProgress progress;
    private final Clock clock;
    private final Ticker ticker;
    private final Waiting waiting = new Waiting();
    private final BlockingQueue<Optional<Long>> pending = new LinkedBlockingQueue<>();
    private RetryNote sum = RetryNote.NONE;
    private long settled;

    Retries(
            Stage<?, R> stage,
            PartitionFiles<R> files,
            Setback setback,
            StageProgress progress,
            Clock clock,
            Ticker ticker) {
        this.stage = stage;
        this.files = files;
        this.setback = setback;
        this.progress = progress;
        this.clock = clock;
        this.ticker = ticker;
    }

    /// Goes on behind what has been settled before.
    void resume(PartitionStanding standing) {
        sum = standing.retries();
        settled = standing.retried();
    }

    /// Takes up what an earlier owner of the partition has left in chunks that are not cut again.
    void takeUp(PartitionStanding standing) {
        for (long chunk = settled; chunk < standing.chunks() && standing.waiting() > 0; chunk++) {
            offer(chunk, files.read(chunk));
        }
    }

    /// A chunk has been published.
    void offer(long chunk, List<R> rows) {
        long due = rows.stream().filter(row -> stage.due(row).isPresent()).count();
        if (due > 0 && chunk >= settled) {
            progress.putOff(due);
            pending.add(Optional.of(chunk));
        }
    }

    /// No chunk will follow.
    void end() {
        pending.add(Optional.empty());
    }

    /// Settles chunks until the end.
    void run(Looks looks) throws InterruptedException {
        for (Optional<Long> next = pending.take(); next.isPresent(); next = pending.take()) {
            settle(next.get(), looks);
        }
    }

    private void settle(long chunk, Looks looks) throws InterruptedException {
        List<R> rows = files.read(chunk).stream()
                .filter(row -> stage.due(row).isPresent())
                .toList();
        awaitDue(rows);
        List<R> tried = rows.stream().filter(row -> !isTooLate(row)).toList();
        List<Stage.Seen<R>> seen = again(tried, looks);
        long measured = seen.stream().filter(s -> stage.measured(s.row())).count();
        RetryNote note = new RetryNote(sum.settled() + rows.size(), sum.measured() + measured, clock.instant());
        // Where somebody else was first, those tries stand.
        sum = setback.until(() -> files.publishRetries(chunk, seen, note)) ? note : files.retryNote(chunk);
        progress.settled(
                rows.size(),
                tried.stream().map(stage::outcome).toList(),
                seen.stream().map(s -> stage.outcome(s.row())).toList());
    }

    private List<Stage.Seen<R>> again(List<R> rows, Looks looks) throws InterruptedException {
        List<Future<Stage.Seen<R>>> again = new ArrayList<>();
        for (R row : rows) {
            // A bug leaves the row as it is: it could not be told before, and cannot be now.
            again.add(looks.begin(stage.keyOf(row), stage.again(row), bug -> row));
        }
        return Chunk.await(again);
    }

    private void awaitDue(List<R> rows) throws InterruptedException {
        for (R row : rows) {
            Duration wait = waiting.until(due(row), stage.pause(row), clock.instant());
            if (wait.isPositive()) {
                ticker.sleep(wait.toNanos());
            }
        }
    }

    private Instant due(R row) {
        return stage.due(row).orElseThrow();
    }

    private boolean isTooLate(R row) {
        return due(row).plus(RetryRule.LATEST).isBefore(clock.instant());
    }
}
