package org.mxcensus.analyzer.verdict;

import java.time.LocalDate;
import java.util.Optional;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// A crawl with verdicts, which all figures rest on.
public final class JudgedCrawl {
    private JudgedCrawl() {}

    /// Its manifest.
    ///
    /// @throws UserError where there is no such crawl, or it was not judged
    public static Manifest of(Store store, LocalDate crawl) {
        return find(store, crawl)
                .orElseThrow(() -> new UserError(
                        "There is no judged crawl %s in %s; run `mxcensus judge --crawl %s`, or name another crawl."
                                .formatted(crawl, store, crawl)));
    }

    /// Its manifest; empty where there is no such crawl, or it has no verdicts.
    public static Optional<Manifest> find(Store store, LocalDate crawl) {
        return new Manifests(store)
                .find(crawl)
                .filter(manifest ->
                        !manifest.paths(Table.DOMAIN_VERDICTS.name()).isEmpty());
    }
}
