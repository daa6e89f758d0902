package org.mxcensus.crawler.crawl;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.mxcensus.crawler.queue.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one stage over one partition by the chunk rule.
///
/// Chunk k is exactly the messages at the offsets from k·N up to (k+1)·N, the last one cut by the seal. One thread
/// cuts chunks and starts a virtual thread for each message; another takes the chunks in order and, when all of a
/// chunk has been looked at: sends on what follows from its rows, publishes its files, settles what was sent,
/// commits. A chunk that is published already is read instead of looked at; what follows from its rows is the same,
/// since it follows from nothing else.
///
/// @param <M> the messages that come in
/// @param <R> the rows
final class StageRunner<M, R extends Record> {
    private static final Logger LOG = LoggerFactory.getLogger(StageRunner.class);

    private final Stage<M, R> stage;
    private final Inbox<M> inbox;
    private final Onward<R> onward;
    private final ChunkWriter<R> writer;
    private final StageLimits limits;
    private final StageProgress progress;
    private final Semaphore inFlight;
    private final BlockingQueue<Optional<Chunk<R>>> open;
    private final SeenKeys seen = new SeenKeys();

    StageRunner(
            Stage<M, R> stage,
            Inbox<M> inbox,
            Onward<R> onward,
            ChunkWriter<R> writer,
            StageLimits limits,
            StageProgress progress) {
        this.stage = stage;
        this.inbox = inbox;
        this.onward = onward;
        this.writer = writer;
        this.limits = limits;
        this.progress = progress;
        this.inFlight = new Semaphore(limits.inFlight());
        this.open = new ArrayBlockingQueue<>(limits.openChunks());
    }

    /// Cuts chunks until the seal. Returns when the last one has been begun.
    void cut(ExecutorService looks) throws InterruptedException {
        inbox.resume(0);
        @Nullable Chunk<R> chunk = null;
        boolean sealed = false;
        while (!sealed) {
            Inbox.Message<M> message = inbox.take();
            if (chunk == null) {
                long number = message.offset() / limits.chunkSize();
                chunk = new Chunk<>(number, message.offset(), writer.isPublished(number));
            }
            chunk.covers(message.offset());
            switch (message.item()) {
                case Inbox.Item.Work<M>(M content) -> begin(content, chunk, looks);
                case Inbox.Item.Seal<M> seal -> sealed = true;
            }
            if (sealed || chunk.end() % limits.chunkSize() == 0) {
                open.put(Optional.of(chunk));
                chunk = null;
            }
        }
        open.put(Optional.empty());
    }

    /// Finishes the chunks in order, then seals the next queue.
    void publish() throws InterruptedException {
        for (Optional<Chunk<R>> next = open.take(); next.isPresent(); next = open.take()) {
            finish(next.get());
        }
        onward.seal(inbox.partition());
    }

    private void begin(M content, Chunk<R> chunk, ExecutorService looks) throws InterruptedException {
        progress.took();
        if (!seen.add(stage.key(content))) {
            progress.sawAgain();
            return;
        }
        if (chunk.isPublished() || !stage.admits(content)) {
            return;
        }
        inFlight.acquire();
        chunk.add(looks.submit(() -> {
            try {
                return look(content);
            } finally {
                inFlight.release();
            }
        }));
    }

    private Stage.Seen<R> look(M message) throws InterruptedException {
        Stage.Seen<R> result;
        try {
            result = stage.look(message);
        } catch (CancellationException stopped) {
            throw new InterruptedException("the crawl is being stopped");
        } catch (RuntimeException bug) {
            LOG.error("bug while looking at {} of {}", message, stage.table(), bug);
            result = new Stage.Seen<>(stage.internalError(message, bug), List.of());
        }
        progress.finished(stage.outcome(result.row()));
        return result;
    }

    private void finish(Chunk<R> chunk) throws InterruptedException {
        if (chunk.isPublished()) {
            List<R> rows = writer.read(chunk.number());
            rows.forEach(row -> progress.found(stage.outcome(row)));
            progress.published(rows.size());
            onward.send(rows).settle();
        } else {
            List<Stage.Seen<R>> results = chunk.await();
            List<R> rows = results.stream().map(Stage.Seen::row).toList();
            var delivery = onward.send(rows);
            writer.publish(
                    chunk.number(),
                    rows,
                    results.stream().flatMap(s -> s.certificates().stream()).toList());
            progress.published(rows.size());
            delivery.settle();
        }
        inbox.commit(chunk.end());
    }
}
