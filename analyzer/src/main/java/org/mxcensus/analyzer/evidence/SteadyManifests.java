package org.mxcensus.analyzer.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// The manifests of a store, read anew when they change. One that cannot be read, half copied or damaged, leaves the
/// last one in its place that could; where there was none, its crawl is not there yet. Safe for use by several
/// threads.
final class SteadyManifests {
    private final Manifests manifests;
    private final Map<LocalDate, Read> read = new ConcurrentHashMap<>();

    SteadyManifests(Store store) {
        this.manifests = new Manifests(store);
    }

    /// @param state of the file that was read
    /// @param manifest what it said, or a file before it; empty where none could be read
    private record Read(String state, Optional<Manifest> manifest) {}

    /// Those of all crawls.
    List<Manifest> newestFirst() {
        return manifests.crawls().stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(crawl -> find(crawl).stream())
                .toList();
    }

    /// That of a crawl; empty where it has none.
    Optional<Manifest> find(LocalDate crawl) {
        Optional<String> state = manifests.state(crawl);
        if (state.isEmpty()) {
            read.remove(crawl);
            return Optional.empty();
        }
        return read.compute(crawl, (_, before) -> newer(crawl, state.orElseThrow(), Optional.ofNullable(before)))
                .manifest();
    }

    private Read newer(LocalDate crawl, String state, Optional<Read> before) {
        if (before.filter(known -> known.state().equals(state)).isPresent()) {
            return before.orElseThrow();
        }
        try {
            return new Read(state, manifests.find(crawl));
        } catch (UserError e) {
            return new Read(state, before.flatMap(Read::manifest));
        }
    }
}
