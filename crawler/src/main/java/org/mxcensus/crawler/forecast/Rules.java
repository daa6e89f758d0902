package org.mxcensus.crawler.forecast;

import java.time.Duration;
import org.mxcensus.crawler.pace.PaceLimits;

/// The rules that one partition of the last stage works by.
///
/// @param limits the partition's share of the pace
/// @param chunkSize targets in a chunk
/// @param openChunks chunks that may wait in line to be published; one more is being cut and one being finished
/// @param patience how long a target waits to be let through before it is put off; zero for ever. Waiting for the
///     names before it at its address is no part of it
/// @param comeBack how long after that it is tried once more
/// @param latest how late after that a second try still makes sense
/// @param reuse when names take over what others of their address have shown
/// @param firstNames how many names of an address must have shown the same before
record Rules(
        PaceLimits limits,
        int chunkSize,
        int openChunks,
        Duration patience,
        Duration comeBack,
        Duration latest,
        ReuseRule reuse,
        int firstNames) {

    /// Chunks open at once: those in line, and the one at either end of it.
    int window() {
        return openChunks + 2;
    }
}
