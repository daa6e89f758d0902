package org.mxcensus.crawler.forecast;

import org.mxcensus.crawler.crawl.Probes;
import org.mxcensus.crawler.crawl.StageLimits;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.smtp.RetryRule;
import org.mxcensus.crawler.smtp.SharedAddresses;

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
/// @param reuse when names take over what others of their address have shown
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
        ReuseRule reuse,
        long seed,
        Inputs inputs) {
    /// As a crawl has them where nothing else is asked for.
    public static final int USUAL_CHUNK = StageLimits.DEFAULTS.chunkSize();

    /// Domains or hosts that a worker looks at at once.
    int inFlight() {
        return StageLimits.DEFAULTS.inFlight();
    }

    /// The rules of one partition of the last stage.
    Rules rules() {
        return new Rules(
                limits.spanningDividedBy(partitions),
                chunkSize,
                StageLimits.DEFAULTS.openChunks(),
                Probes.PATIENCE,
                RetryRule.USUAL.after().orElseThrow(),
                RetryRule.LATEST,
                reuse,
                SharedAddresses.FIRST_NAMES);
    }
}
