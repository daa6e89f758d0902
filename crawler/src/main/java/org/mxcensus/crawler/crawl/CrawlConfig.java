package org.mxcensus.crawler.crawl;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mxcensus.crawler.source.SourceInput;

/// What a crawl is to do.
///
/// @param date names the crawl
/// @param inputs zone files and lists, in order; none to go on with a crawl that has begun
/// @param simulated the world behind them is a simulation, which the manifest and every page will say
/// @param implicitMx probe unsigned domains without MX at their own addresses too
/// @param limits how much is under way at a time
/// @param probes how to look
/// @param recorded settings that go into the manifest
public record CrawlConfig(
        LocalDate date,
        List<SourceInput> inputs,
        boolean simulated,
        boolean implicitMx,
        StageLimits limits,
        ProbeConfig probes,
        Map<String, String> recorded) {
    public CrawlConfig {
        inputs = List.copyOf(inputs);
        recorded = Map.copyOf(recorded);
    }

    /// Who is to be measured, in one process.
    FrameConfig frame() {
        return new FrameConfig(inputs, simulated, false, 1, limits.chunkSize(), recorded);
    }
}
