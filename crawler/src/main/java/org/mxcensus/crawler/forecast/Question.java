package org.mxcensus.crawler.forecast;

import java.time.Duration;
import org.mxcensus.crawler.pace.PaceLimits;

/// What somebody means to do.
///
/// @param domains in the frame
/// @param workers machines that take part in the crawl
/// @param cores of each worker that the crawler may use
/// @param resolvers machines or containers that run a resolver
/// @param resolverCores of each resolver
/// @param partitions of each queue
/// @param limits the pace of the whole crawl
/// @param chunkSize messages in a chunk
/// @param openChunks chunks that may wait to be published
/// @param inFlight domains or hosts that a worker looks at at once
/// @param patience how long a target waits for its turn before it is put off; zero for ever
/// @param reuse when names take over what others of their address have shown
/// @param patienceInTurn whether the patience begins with the waiting for names of the same address
/// @param seed everything that is drawn follows from it
/// @param inputs what domains and servers are like
public record Question(
        long domains,
        int workers,
        int cores,
        int resolvers,
        int resolverCores,
        int partitions,
        PaceLimits limits,
        int chunkSize,
        int openChunks,
        int inFlight,
        Duration patience,
        ReuseRule reuse,
        boolean patienceInTurn,
        long seed,
        Inputs inputs) {
    private static final int FIRST_NAMES = 4;
    private static final Duration COME_BACK = Duration.ofMinutes(15);
    private static final Duration LATEST = Duration.ofDays(1);

    /// The rules of one partition of the last stage.
    Rules rules() {
        return new Rules(
                limits.overallDividedBy(partitions),
                chunkSize,
                openChunks,
                patience,
                COME_BACK,
                LATEST,
                reuse,
                FIRST_NAMES,
                patienceInTurn);
    }
}
