package org.mxcensus.analyzer.export;

import java.util.concurrent.atomic.AtomicLong;

/// How far an export has come. Safe for use by several threads.
public final class ExportProgress {
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();

    void expect(long files) {
        total.addAndGet(files);
    }

    void done(long rowsOfFile) {
        rows.addAndGet(rowsOfFile);
        done.incrementAndGet();
    }

    /// In a phrase.
    @Override
    public String toString() {
        return "%,d of %,d files, %,d rows".formatted(done.get(), total.get(), rows.get());
    }
}
