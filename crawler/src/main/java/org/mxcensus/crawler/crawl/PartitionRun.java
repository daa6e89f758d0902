package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.queue.Inbox;

/// One stage over one partition, from where its files end to its last message. This is all of the chunk rule:
/// [Cutter] says what belongs to a chunk, [Publisher] in which order it is finished, [Retries] what is tried twice.
///
/// @param <M> the messages that come in
/// @param <R> the rows
final class PartitionRun<M, R extends Record> {

    /// What a partition of a stage is made of.
    ///
    /// @param standing how far its files reach
    /// @param limits how much is under way at a time
    /// @param inFlight messages looked at at once, in all partitions of the stage that this process has
    /// @param senders how many must seal the partition
    record Parts<M, R extends Record>(
            Stage<M, R> stage,
            Inbox<M> inbox,
            Onward<R> onward,
            PartitionFiles<R> files,
            PartitionStanding standing,
            StageLimits limits,
            Semaphore inFlight,
            int senders,
            Setback setback,
            StageProgress progress,
            Clock clock) {}

    private final Inbox<M> inbox;
    private final Onward<R> onward;
    private final PartitionStanding standing;
    private final Looks looks;
    private final Cutter<M, R> cutter;
    private final Retries<R> retries;
    private final Publisher<R> publisher;
    private final ChunkLine<R> line;

    /// Set where the partition is to be left.
    private volatile boolean draining;
    /// While draining: when what is under way must have ended, by [System#nanoTime].
    private volatile long finishBy;
    /// The threads that wait for what is yet to come.
    private volatile @Nullable Thread cutting;
    private volatile @Nullable Thread retrying;

    PartitionRun(Parts<M, R> parts) {
        this.inbox = parts.inbox();
        this.onward = parts.onward();
        this.standing = parts.standing();
        this.looks = new Looks(parts.inFlight(), parts.progress());
        this.cutter = new Cutter<>(
                parts.stage(),
                parts.inbox(),
                parts.files(),
                parts.limits().chunkSize(),
                parts.senders(),
                looks,
                parts.progress());
        this.retries = new Retries<>(
                parts.stage(), parts.files(), parts.setback(), parts.progress(), parts.clock(), Ticker.SYSTEM);
        this.publisher = new Publisher<>(
                parts.stage(),
                parts.inbox(),
                parts.onward(),
                parts.files(),
                retries,
                parts.setback(),
                parts.progress(),
                parts.clock());
        this.line = new ChunkLine<>(parts.limits().openChunks());
    }

    /// Goes on to the end of the partition, or until it is drained.
    ///
    /// @throws org.mxcensus.datasets.store.UserError where the store cannot be written, and that is not waited for
    /// @throws InterruptedException where the calling thread is interrupted, or the partition has gone to another
    void run() throws InterruptedException {
        try (looks) {
            Tally before = cutter.resume(standing);
            retries.resume(standing);
            if (before != Tally.NOTHING) {
                retries.takeUp(standing);
            }
            Together.run(List.of(this::cut, () -> publish(before), this::retry));
        }
    }

    /// Begins nothing more; what is under way has this long to end, and is left to the next owner otherwise.
    void drain(Duration grace) {
        finishBy = System.nanoTime() + grace.toNanos();
        draining = true;
        interrupt(cutting);
        interrupt(retrying);
    }

    private void cut() throws InterruptedException {
        cutting = Thread.currentThread();
        try {
            if (!draining) {
                cutter.run(line);
                return;
            }
        } catch (InterruptedException | CancellationException e) {
            if (!draining) {
                throw e;
            }
        }
        // Who was interrupted while asking the storage still is.
        Thread.interrupted();
        // The chunk that was being cut stays undone.
        line.end();
    }

    private void publish(Tally before) throws InterruptedException {
        publisher.run(before, line);
        if (cutter.isAtEnd()) {
            onward.seal(inbox.partition());
            retries.end();
        } else {
            looks.finish(finishBy - System.nanoTime());
        }
    }

    private void retry() throws InterruptedException {
        retrying = Thread.currentThread();
        try {
            if (!draining) {
                retries.run(looks);
            }
        } catch (InterruptedException | CancellationException e) {
            if (!draining) {
                throw e;
            }
        }
    }

    private static void interrupt(@Nullable Thread thread) {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
