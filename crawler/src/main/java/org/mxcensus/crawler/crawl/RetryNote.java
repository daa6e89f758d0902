package org.mxcensus.crawler.crawl;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What is noted beside the second tries of a chunk.
///
/// @param settled rows put off that have had their second try, or will have none, in this chunk and all before it
/// @param measured those among them that could then be told
/// @param at when it was noted
record RetryNote(long settled, long measured, Instant at) {
    private static final String KEY = "mxcensus.retries";
    static final RetryNote NONE = new RetryNote(0, 0, Instant.EPOCH);

    Map<String, String> written() {
        return Notes.written(KEY, this);
    }

    static Optional<RetryNote> read(Map<String, String> notes) {
        return Notes.read(KEY, notes, RetryNote.class);
    }
}
