package org.mxcensus.dashboard.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.assets.Assets;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.datasets.store.Manifest;

/// Makes what surrounds every page out of what the manifests say.
///
/// @param census where the manifests come from
/// @param assets what pages refer to
/// @param tier what outsiders see
public record Frames(Census census, Assets assets, Tier tier) {

    /// @param query what the search box holds
    /// @param origin where this is, as the reader has it
    Frame make(String query, String origin) {
        List<CrawlSummary> crawls = census.trends().map(Trends::crawls).orElse(List.of());
        return new Frame(
                assets,
                simulated(crawls),
                chosen(crawls),
                scanned(crawls),
                census.notice().orElse(""),
                provenance(crawls),
                tier,
                query,
                origin);
    }

    /// A frame that reads nothing, for the page that says that nothing can be read.
    Frame bare() {
        return new Frame(assets, "", "", "", "", "", tier, "", "");
    }

    private static String simulated(List<CrawlSummary> crawls) {
        String sources = crawls.stream()
                .flatMap(crawl -> crawl.sources().stream())
                .filter(Manifest.Source::simulated)
                .map(Manifest.Source::name)
                .distinct()
                .sorted()
                .limit(5)
                .collect(Collectors.joining(", "));
        return sources.isEmpty() ? "" : Texts.of("frame.simulated", sources);
    }

    private static String chosen(List<CrawlSummary> crawls) {
        return Optional.of(crawls)
                .filter(some -> !some.isEmpty())
                .flatMap(some -> Optional.ofNullable(some.getLast().recrawl()))
                .map(recrawl -> Texts.of("frame.chosen", recrawl.kind().phrase(), recrawl.full()))
                .orElse("");
    }

    private static String scanned(List<CrawlSummary> crawls) {
        return Optional.of(crawls)
                .filter(some -> !some.isEmpty())
                .flatMap(some -> Optional.ofNullable(some.getLast().scanner()))
                .map(scanner -> Texts.of("frame.scanned", scanner))
                .orElse("");
    }

    private static String provenance(List<CrawlSummary> crawls) {
        return Optional.of(crawls)
                .filter(some -> !some.isEmpty())
                .map(List::getLast)
                .map(newest -> Texts.of(
                        "frame.provenance",
                        newest.crawl(),
                        crawls.size(),
                        newest.program().name(),
                        newest.program().version(),
                        newest.program().commit()))
                .orElse("");
    }
}
