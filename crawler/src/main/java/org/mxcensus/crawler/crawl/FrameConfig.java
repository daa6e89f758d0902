package org.mxcensus.crawler.crawl;

import java.util.List;
import java.util.Map;
import org.mxcensus.crawler.source.SourceInput;

/// Who is to be measured, and how the work is divided. Fixed when a crawl begins.
///
/// @param inputs zone files and lists, in order; none to go on with a crawl that has begun
/// @param simulated the world behind them is a simulation, which the manifest and every page will say
/// @param distributed whether workers will measure it over Kafka
/// @param partitions of each queue: at most so many workers can share a stage
/// @param chunkSize messages in a chunk, at most
/// @param recorded settings that go into the manifest
public record FrameConfig(
        List<SourceInput> inputs,
        boolean simulated,
        boolean distributed,
        int partitions,
        int chunkSize,
        Map<String, String> recorded) {

    /// A tenth of a partition at most, so that the next stage need not wait for the seal to begin.
    private static final int CHUNKS_AT_LEAST = 10;
    /// Smaller chunks would cost more in files than they save in waiting.
    private static final int WORTH_A_FILE = 50;

    public FrameConfig {
        inputs = List.copyOf(inputs);
        recorded = Map.copyOf(recorded);
    }

    /// The size of the chunks of a crawl of so many domains.
    int chunkSizeFor(long domains) {
        long share = domains / partitions / CHUNKS_AT_LEAST;
        return distributed ? (int) Math.clamp(share, Math.min(WORTH_A_FILE, chunkSize), chunkSize) : chunkSize;
    }
}
