package org.mxcensus.analyzer.verdict;

import java.util.Comparator;
import java.util.Optional;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.datasets.store.Store;

/// Which crawl is taken as the one before: what only two crawls tell is told by that.
///
/// Before a full crawl it is the latest earlier full one. Before a recrawl it is whatever was later: the latest
/// earlier recrawl of its kind, or the full crawl that its domains were chosen from.
///
/// @param store where it lies
/// @param manifest its manifest
/// @param isFull whether it is the full crawl before a recrawl
record CrawlBefore(Store store, Manifest manifest, boolean isFull) {

    /// @param crawl the crawl after it
    /// @return empty where there is none
    static Optional<CrawlBefore> of(Store store, Manifest crawl) {
        Manifests manifests = new Manifests(store);
        Optional<Manifest> earlier = manifests.crawls().stream()
                .filter(other -> other.isBefore(crawl.crawl()))
                .max(Comparator.naturalOrder())
                .flatMap(manifests::find);
        return Recrawl.of(crawl)
                .filter(recrawl -> earlier.isEmpty() || isLater(recrawl, earlier.get()))
                .flatMap(recrawl -> full(recrawl, store))
                .or(() -> earlier.map(manifest -> new CrawlBefore(store, manifest, false)));
    }

    /// Whether the full crawl of a recrawl came after an earlier recrawl. Where both have one date, it did not if the
    /// earlier recrawl was itself chosen from it.
    private static boolean isLater(Recrawl recrawl, Manifest earlier) {
        return !earlier.crawl().isAfter(recrawl.full())
                && Recrawl.of(earlier)
                        .map(Recrawl::full)
                        .filter(recrawl.full()::equals)
                        .isEmpty();
    }

    private static Optional<CrawlBefore> full(Recrawl recrawl, Store store) {
        return store.around(recrawl.kind().folder())
                .flatMap(full -> new Manifests(full)
                        .find(recrawl.full())
                        .map(manifest -> new CrawlBefore(full, manifest, true)));
    }

    /// As version `previous` of the manifest says it.
    String name() {
        return isFull ? "full crawl of " + manifest.crawl() : manifest.crawl().toString();
    }
}
