package org.mxcensus.crawler.crawl;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mxcensus.crawler.queue.Inbox;

/// Cuts a partition into chunks and begins the looks of each. One thread runs it.
///
/// Chunk k is exactly what lies at the offsets from k·N up to (k+1)·N, the last one cut by the seal that was still
/// wanting. So its extent depends neither on who cuts it nor when.
///
/// @param <M> the messages that come in
/// @param <R> the rows
final class Cutter<M, R extends Record> {
    private final Stage<M, R> stage;
    private final Inbox<M> inbox;
    private final PartitionFiles<R> files;
    private final int chunkSize;
    private final int senders;
    private final Looks looks;
    private final StageProgress progress;
    private final SeenKeys seen = new SeenKeys();
    private final SortedSet<Integer> sealedBy = new TreeSet<>();
    private long position;

    /// @param chunkSize N
    /// @param senders how many must seal the partition
    Cutter(
            Stage<M, R> stage,
            Inbox<M> inbox,
            PartitionFiles<R> files,
            int chunkSize,
            int senders,
            Looks looks,
            StageProgress progress) {
        this.stage = stage;
        this.inbox = inbox;
        this.files = files;
        this.chunkSize = chunkSize;
        this.senders = senders;
        this.looks = looks;
        this.progress = progress;
    }

    /// Finds where to begin.
    ///
    /// @param standing how far the partition's files reach
    /// @return what the files before that place come to: nothing where the queue begins at 0 again
    Tally resume(PartitionStanding standing) throws InterruptedException {
        position = inbox.resume(standing.end());
        if (position == 0) {
            return Tally.NOTHING;
        }
        sealedBy.addAll(standing.seals());
        for (long chunk = 0; chunk < standing.chunks(); chunk++) {
            files.forEach(chunk, this::recall);
        }
        return standing.sum();
    }

    private void recall(R row) {
        seen.add(stage.keyOf(row));
        stage.recall(row);
    }

    /// Whether all that the partition will ever hold has been cut.
    boolean isAtEnd() {
        return sealedBy.size() == senders;
    }

    /// Cuts until the end of the partition. Returns when the last chunk has been handed on.
    void run(ChunkLine<R> line) throws InterruptedException {
        @Nullable Chunk<R> chunk = null;
        while (!isAtEnd()) {
            Inbox.Message<M> message = inbox.take();
            if (message.offset() != position) {
                throw new IllegalStateException("message %d where %d was due".formatted(message.offset(), position));
            }
            position++;
            if (chunk == null) {
                chunk = open(message.offset());
            }
            switch (message.item()) {
                case Inbox.Item.Work<M>(M content) -> begin(content, chunk);
                case Inbox.Item.Seal<M>(int sender) -> {
                    // Nobody else's counts, whoever wrote it.
                    if (sender < senders) {
                        sealedBy.add(sender);
                    }
                    chunk.seal(sealedBy);
                }
            }
            if (isAtEnd() || position % chunkSize == 0) {
                line.put(chunk);
                chunk = null;
            }
        }
        line.end();
    }

    private Chunk<R> open(long offset) {
        long number = offset / chunkSize;
        if (!files.isPublished(number)) {
            return Chunk.toLookAt(number, offset, sealedBy);
        }
        List<R> rows = files.read(number);
        rows.forEach(stage::recall);
        return Chunk.found(number, offset, sealedBy, rows);
    }

    private void begin(M content, Chunk<R> chunk) throws InterruptedException {
        chunk.message();
        progress.took();
        if (!stage.admits(content)) {
            // Whoever takes over knows what has a row, and this has none: it is the same each time that it comes.
            chunk.passOver();
            progress.leftAlone();
        } else if (!seen.add(stage.key(content))) {
            chunk.again();
            progress.sawAgain();
        } else if (!chunk.isPublished()) {
            Stage.Look<R> look = stage.begin(content);
            chunk.add(looks.begin(
                    content,
                    () -> {
                        Stage.Seen<R> result = look.look();
                        progress.finished(stage.outcome(result.row()));
                        if (stage.isLeftAlone(result.row())) {
                            progress.leftAlone();
                        }
                        return result;
                    },
                    bug -> {
                        R row = stage.internalError(content, bug);
                        progress.finished(stage.outcome(row));
                        return row;
                    }));
        }
    }
}
