package org.mxcensus.crawler.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// The messages of one chunk while they are looked at. Filled by one thread, then drained by another.
///
/// @param <R> the rows
final class Chunk<R extends Record> {
    private final long number;
    private final boolean published;
    private final List<Future<Stage.Seen<R>>> looks = new ArrayList<>();
    private long end;

    /// @param number from 0
    /// @param start the offset of its first message
    /// @param published whether an earlier run has published it
    Chunk(long number, long start, boolean published) {
        this.number = number;
        this.published = published;
        this.end = start;
    }

    long number() {
        return number;
    }

    boolean isPublished() {
        return published;
    }

    /// The offset behind its last message.
    long end() {
        return end;
    }

    /// The message at this offset belongs to the chunk, whether or not it is looked at.
    void covers(long offset) {
        end = offset + 1;
    }

    void add(Future<Stage.Seen<R>> look) {
        looks.add(look);
    }

    /// Waits for all looks.
    ///
    /// @return what was seen, in the order of the messages
    /// @throws InterruptedException where the crawl is being stopped
    List<Stage.Seen<R>> await() throws InterruptedException {
        List<Stage.Seen<R>> seen = new ArrayList<>(looks.size());
        for (Future<Stage.Seen<R>> look : looks) {
            try {
                seen.add(look.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof InterruptedException) {
                    throw new InterruptedException("a look was interrupted");
                }
                throw new IllegalStateException("a look must not fail", e.getCause());
            }
        }
        return seen;
    }
}
