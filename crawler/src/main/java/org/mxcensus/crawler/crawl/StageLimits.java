package org.mxcensus.crawler.crawl;

import java.util.concurrent.Semaphore;
import org.mxcensus.datasets.schema.Table;

/// How much of a stage is under way at a time.
///
/// @param chunkSize messages in a chunk; fixed for a crawl, since a chunk's extent must not depend on who writes it
/// @param openChunks chunks that have been cut and wait to be published, beside the one that is being cut and the one
///     that is being published; bounds memory, and what a crash costs
/// @param inFlight messages looked at at once
public record StageLimits(int chunkSize, int openChunks, int inFlight) {

    /// Chunks of 2,000 domains keep files of a few hundred kilobytes and cost a crash a few seconds. Four open chunks
    /// let one slow domain hold up its own chunk only. 512 domains at once ask about 4,000 questions.
    public static final StageLimits DEFAULTS = new StageLimits(2_000, 4, 512);

    /// Each costs some kilobytes while it waits.
    private static final int MOST_IN_LINE = 50_000;

    public StageLimits {
        if (chunkSize < 1 || openChunks < 1 || inFlight < 1) {
            throw new IllegalArgumentException("limits below one");
        }
    }

    /// What one partition of a stage has of these.
    ///
    /// A chunk waits for its slowest look, and the chunks behind it wait too. In the last stage hardly a chunk is
    /// without a server that keeps us waiting for a minute or two, so there the window is as wide as the room is:
    /// with 50,000 targets in it, such servers let through 400 a second at least, where 12,000 would be 100.
    /// What that costs is memory, and calls that a crash makes twice. Many partitions share the window.
    ///
    /// @param size messages in a chunk, as the crawl was begun with
    /// @param partitions of the stage
    StageLimits ofPartition(Table<?> table, int size, int partitions) {
        int wide = table == Table.SMTP ? Math.toIntExact(MOST_IN_LINE / Math.max(1L, (long) size * partitions)) : 0;
        return new StageLimits(size, Math.max(openChunks, wide), inFlight);
    }

    /// Room for the looks of a stage. In the last one nearly all of them wait for their turn by the pace, and who waits
    /// at a busy network must not keep others from theirs.
    Semaphore room(Table<?> table) {
        return new Semaphore(table == Table.SMTP ? MOST_IN_LINE : inFlight);
    }
}
