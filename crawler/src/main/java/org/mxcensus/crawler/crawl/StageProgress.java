package org.mxcensus.crawler.crawl;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What a stage has done so far. Safe to read while the stage works.
public final class StageProgress {
    private final String name;
    private final LongAdder taken = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder resumed = new LongAdder();
    private final LongAdder published = new LongAdder();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

    StageProgress(String name) {
        this.name = name;
    }

    void took() {
        taken.increment();
    }

    void sawAgain() {
        duplicates.increment();
    }

    void finished(String outcome) {
        done.increment();
        outcomes.computeIfAbsent(outcome, o -> new LongAdder()).increment();
    }

    void found(String outcome) {
        resumed.increment();
        finished(outcome);
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

    /// Rows by outcome.
    public Map<String, Long> outcomes() {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
        return counts;
    }
}
