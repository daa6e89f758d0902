package org.mxcensus.crawler.forecast;

import java.util.List;

/// What came of one partition of the last stage.
///
/// @param counts what became of its targets
/// @param connections opened
/// @param certificates of servers that were seen, each once
/// @param heldHours how long they were held, all together
/// @param firstTriesHours when its last chunk was published
/// @param endHours when its last second try was through
/// @param slowest its networks that take the longest, the longest first
record PartitionReport(
        Counts counts,
        long connections,
        long certificates,
        double heldHours,
        double firstTriesHours,
        double endHours,
        List<SlowNetwork> slowest) {}
