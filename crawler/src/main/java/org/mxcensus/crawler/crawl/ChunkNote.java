package org.mxcensus.crawler.crawl;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// What is noted beside the rows of a chunk: how far its partition has come with it. Whoever takes over the partition
/// goes on from here.
///
/// @param end the offset behind the chunk
/// @param seals the senders that have sealed the partition below that offset
/// @param sum of this chunk and all before it
/// @param at when it was noted
record ChunkNote(long end, SortedSet<Integer> seals, Tally sum, Instant at) {
    private static final String KEY = "mxcensus.chunk";

    Map<String, String> written() {
        return Notes.written(KEY, this);
    }

    static Optional<ChunkNote> read(Map<String, String> notes) {
        return Notes.read(KEY, notes, ChunkNote.class);
    }
}
