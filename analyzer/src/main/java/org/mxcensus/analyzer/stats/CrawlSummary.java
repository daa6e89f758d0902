package org.mxcensus.analyzer.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Recrawl;

/// What a crawl was, as its manifest says.
///
/// @param created when the manifest was written
/// @param simulated a source of it is a simulated world
/// @param counts of what was observed, such as `domains`, `smtp.TLS_ESTABLISHED`
/// @param recrawl whom it looked at again; null for a full crawl
/// @param scanner with what program others have scanned what was taken in; null for a crawl of ours
public record CrawlSummary(
        LocalDate crawl,
        Instant created,
        Manifest.Program program,
        boolean simulated,
        List<Manifest.Source> sources,
        SortedMap<String, String> versions,
        SortedMap<String, Long> counts,
        @Nullable Recrawl recrawl,
        @Nullable String scanner) {

    /// Whether its frame holds a sample of what a source names, so that shares are estimates ([Interval]).
    public boolean sampled() {
        return sources.stream().anyMatch(source -> source.sample() != null);
    }

    public static CrawlSummary of(Manifest manifest) {
        return new CrawlSummary(
                manifest.crawl(),
                manifest.created(),
                manifest.program(),
                manifest.sources().stream().anyMatch(Manifest.Source::simulated),
                manifest.sources(),
                manifest.versions(),
                manifest.counts(),
                Recrawl.of(manifest).orElse(null),
                manifest.configuration().get(Manifest.SCANNER));
    }
}
