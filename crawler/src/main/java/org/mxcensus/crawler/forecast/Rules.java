package org.mxcensus.crawler.forecast;

import java.time.Duration;
import org.mxcensus.crawler.pace.PaceLimits;

/// The rules that one partition of the last stage works by.
///
/// @param limits the partition's share of the pace
/// @param chunkSize targets in a chunk
/// @param openChunks chunks that may wait in line to be published; one more is being cut and one being finished
/// @param patience how long a target waits for its turn before it is put off; zero for ever
/// @param comeBack how long after that it is tried once more
/// @param latest how late after that a second try still makes sense
/// @param firstNames how many names of an address are probed before others take over what they have shown; zero where
///     every name is probed
/// @param silences after how many probes in a row that met with silence the other names of an address take that over;
///     zero where each name meets with it itself
record Rules(
        PaceLimits limits,
        int chunkSize,
        int openChunks,
        Duration patience,
        Duration comeBack,
        Duration latest,
        int firstNames,
        int silences) {

    /// Chunks open at once: those in line, and the one at either end of it.
    int window() {
        return openChunks + 2;
    }
}
