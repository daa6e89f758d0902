package org.mxcensus.crawler.crawl;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// How far a partition of a stage has come, by its files alone.
///
/// @param chunks published without a gap, from 0
/// @param note that of the last of them; empty where there is none
/// @param retried the chunk behind the last one whose second tries are published
/// @param retries the note of that one
record PartitionStanding(long chunks, Optional<ChunkNote> note, long retried, RetryNote retries) {

    /// @param published the chunks whose files are there
    /// @param retried those whose second tries are
    static PartitionStanding of(PartitionFiles<?> files, SortedSet<Long> published, SortedSet<Long> retried) {
        long chunks = 0;
        while (published.contains(chunks)) {
            chunks++;
        }
        return new PartitionStanding(
                chunks,
                chunks == 0 ? Optional.empty() : Optional.of(files.note(chunks - 1)),
                retried.isEmpty() ? 0 : retried.getLast() + 1,
                retried.isEmpty() ? RetryNote.NONE : files.retryNote(retried.getLast()));
    }

    /// The offset behind the last chunk.
    long end() {
        return note.map(ChunkNote::end).orElse(0L);
    }

    /// Who had sealed the partition by then.
    SortedSet<Integer> seals() {
        return note.map(ChunkNote::seals).orElseGet(TreeSet::new);
    }

    /// What has become of its messages.
    Tally sum() {
        return note.map(ChunkNote::sum).orElse(Tally.NOTHING);
    }

    /// When its last file was published.
    Instant lastPublished() {
        Instant chunk = note.map(ChunkNote::at).orElse(Instant.EPOCH);
        return chunk.isAfter(retries.at()) ? chunk : retries.at();
    }

    /// Rows put off that wait for their second try.
    long waiting() {
        return sum().deferred() - retries.settled();
    }

    /// Whether nothing is left to do.
    ///
    /// @param senders how many must seal the partition
    boolean isComplete(int senders) {
        return seals().size() == senders && waiting() == 0;
    }
}
