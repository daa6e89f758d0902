package org.mxcensus.crawler.crawl;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Chunks that have been cut and wait to be published, in order. Bounded: who cuts waits for who publishes.
final class ChunkLine<R extends Record> {
    private final BlockingQueue<Optional<Chunk<R>>> open;

    /// @param capacity chunks begun and not yet published
    ChunkLine(int capacity) {
        this.open = new ArrayBlockingQueue<>(capacity);
    }

    void put(Chunk<R> chunk) throws InterruptedException {
        open.put(Optional.of(chunk));
    }

    /// Nothing will follow.
    void end() throws InterruptedException {
        open.put(Optional.empty());
    }

    /// The next one, waited for; empty at the end.
    Optional<Chunk<R>> take() throws InterruptedException {
        return open.take();
    }
}
