package org.mxcensus.crawler.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// The messages of one chunk while they are looked at. Filled by one thread, then drained by another.
///
/// @param <R> the rows
final class Chunk<R extends Record> {
    private final long number;
    private final List<Future<Stage.Seen<R>>> looks = new ArrayList<>();
    private final List<R> published;
    private final boolean isPublished;
    private long end;
    private long messages;
    private long duplicates;
    private long optedOut;
    private SortedSet<Integer> seals;

    private Chunk(long number, long start, SortedSet<Integer> seals, boolean isPublished, List<R> published) {
        this.number = number;
        this.end = start;
        this.seals = new TreeSet<>(seals);
        this.isPublished = isPublished;
        this.published = published;
    }

    /// A chunk to look at.
    ///
    /// @param seals who had sealed the partition before it: it may hold no seal itself
    static <R extends Record> Chunk<R> toLookAt(long number, long start, SortedSet<Integer> seals) {
        return new Chunk<>(number, start, seals, false, List.of());
    }

    /// A chunk that has been published already.
    ///
    /// @param seals as for [#toLookAt]
    static <R extends Record> Chunk<R> found(long number, long start, SortedSet<Integer> seals, List<R> rows) {
        return new Chunk<>(number, start, seals, true, rows);
    }

    long number() {
        return number;
    }

    boolean isPublished() {
        return isPublished;
    }

    /// The rows of a chunk that has been published already.
    List<R> published() {
        return published;
    }

    /// The offset behind its last message.
    long end() {
        return end;
    }

    /// The messages that it holds, seals aside, and those among them that are not looked at.
    Tally taken() {
        return new Tally(messages, duplicates, optedOut, 0, 0, 0, 0);
    }

    /// Who had sealed the partition where the chunk ends.
    SortedSet<Integer> seals() {
        return seals;
    }

    /// A seal lies at the next offset.
    void seal(SortedSet<Integer> sealedBy) {
        end++;
        seals = new TreeSet<>(sealedBy);
    }

    /// A message lies at the next offset.
    void message() {
        end++;
        messages++;
    }

    /// It has been seen before.
    void again() {
        duplicates++;
    }

    /// It may not be looked at.
    void passOver() {
        optedOut++;
    }

    void add(Future<Stage.Seen<R>> look) {
        looks.add(look);
    }

    /// Waits for all looks.
    ///
    /// @return what was seen, in the order of the messages
    /// @throws InterruptedException where the crawl is being stopped
    List<Stage.Seen<R>> await() throws InterruptedException {
        return await(looks);
    }

    /// Waits for all of these.
    static <R> List<Stage.Seen<R>> await(List<Future<Stage.Seen<R>>> looks) throws InterruptedException {
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
