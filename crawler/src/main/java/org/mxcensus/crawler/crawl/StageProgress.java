package org.mxcensus.crawler.crawl;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/// What a stage has done so far. Safe to read while the stage works.
public final class StageProgress {
    private final String name;
    private final LongAdder taken = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder resumed = new LongAdder();
    private final LongAdder published = new LongAdder();
    private final LongAdder leftAlone = new LongAdder();
    private final LongAdder waiting = new LongAdder();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private volatile LongConsumer listener = nanos -> {};
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

    StageProgress(String name) {
        this.name = name;
    }

    /// A look has begun.
    void began() {
        begun.increment();
    }

    /// A look has ended, whatever came of it.
    void ended(long nanos) {
        ended.increment();
        listener.accept(nanos);
    }

    /// Looks that are under way at this moment, in all partitions of the stage that this process has.
    public long underWay() {
        return Math.max(0, begun.sum() - ended.sum());
    }

    /// From now on tells how long each look has taken, in nanoseconds. One listener a stage.
    public void listen(LongConsumer taken) {
        listener = taken;
    }

    void took() {
        taken.increment();
    }

    void sawAgain() {
        duplicates.increment();
    }

    /// Somebody who opted out was left alone.
    void leftAlone() {
        leftAlone.increment();
    }

    void finished(String outcome) {
        done.increment();
        count(outcome).increment();
    }

    private LongAdder count(String outcome) {
        return outcomes.computeIfAbsent(outcome, o -> new LongAdder());
    }

    void found(String outcome) {
        resumed.increment();
        finished(outcome);
    }

    /// Rows that will be tried once more.
    void putOff(long rows) {
        waiting.add(rows);
    }

    /// Some of them have been, or will not be.
    ///
    /// @param rows how many
    /// @param before the outcomes of those that were tried again, at their first try
    /// @param after their outcomes at the second
    void settled(long rows, List<String> before, List<String> after) {
        waiting.add(-rows);
        before.forEach(outcome -> count(outcome).decrement());
        after.forEach(outcome -> count(outcome).increment());
    }

    void published(int rows) {
        published.add(rows);
    }

    /// The name of the stage's table.
    public String name() {
        return name;
    }

    /// Messages taken from the queue.
    public long taken() {
        return taken.sum();
    }

    /// Messages among them that had been seen before.
    public long duplicates() {
        return duplicates.sum();
    }

    /// Rows made or found.
    public long done() {
        return done.sum();
    }

    /// Rows among them that an earlier run of the crawl had published.
    public long resumed() {
        return resumed.sum();
    }

    /// Rows that are in published files.
    public long publishedRows() {
        return published.sum();
    }

    /// Those who opted out and were left alone, with a row that says so or without a row.
    public long leftAloneSoFar() {
        return leftAlone.sum();
    }

    /// Rows that wait for their second try.
    public long waiting() {
        return waiting.sum();
    }

    /// Rows by outcome.
    public Map<String, Long> outcomes() {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
