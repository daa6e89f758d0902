package org.mxcensus.crawler.crawl;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.mxcensus.crawler.queue.KafkaConfig;

/// What a worker is to do.
///
/// @param date names the crawl
/// @param kafka where its queues are
/// @param stages those it takes part in
/// @param implicitMx probe unsigned domains without MX at their own addresses too
/// @param limits how much is under way at a time; the chunk size is the crawl's own
/// @param probes how to look
/// @param recorded settings that all workers of the crawl must share, and that go into the manifest
/// @param grace how long what is under way may take to end when the worker stops, or a partition goes to another
public record WorkerConfig(
        LocalDate date,
        KafkaConfig kafka,
        Set<StageName> stages,
        boolean implicitMx,
        StageLimits limits,
        ProbeConfig probes,
        Map<String, String> recorded,
        Duration grace) {

    /// Most dialogues end within a few seconds; the slowest servers are left to the next owner.
    public static final Duration USUAL_GRACE = Duration.ofSeconds(30);

    public WorkerConfig {
        stages = Set.copyOf(stages);
        recorded = Map.copyOf(recorded);
    }
}
