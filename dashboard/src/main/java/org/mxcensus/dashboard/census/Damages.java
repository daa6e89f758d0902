package org.mxcensus.dashboard.census;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Which manifests cannot be read. Safe for use by several threads.
final class Damages {
    private final Manifests manifests;
    private final PerEdition<Optional<String>> found = new PerEdition<>();

    Damages(Store store) {
        this.manifests = new Manifests(store);
    }

    /// What is wrong with the first that cannot be read, one sentence. Looks again when there is another edition.
    Optional<String> of(String newest) {
        return found.of(
                newest, () -> manifests.crawls().stream().flatMap(this::damage).findFirst());
    }

    private Stream<String> damage(LocalDate crawl) {
        try {
            manifests.find(crawl);
            return Stream.empty();
        } catch (UserError e) {
            return Stream.ofNullable(e.getMessage());
        }
    }
}
