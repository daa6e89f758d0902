package org.mxcensus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ReleaseFiles;

/// A long history out of one crawl: its figures stand for those of the months before it.
final class RepeatedCrawl {
    private RepeatedCrawl() {}

    /// Publishes crawls that have figures and nothing else.
    ///
    /// @param months how many, one a month before the crawl
    static void before(DirectoryStore store, LocalDate crawl, int months) {
        Manifest newest = new Manifests(store).find(crawl).orElseThrow();
        for (int before = 1; before <= months; before++) {
            repeat(store, newest, crawl.minusMonths(before));
        }
    }

    private static void repeat(DirectoryStore store, Manifest newest, LocalDate crawl) {
        ReleaseFiles names = ReleaseFiles.startedAt(crawl, Instant.EPOCH);
        List<Manifest.TableFile> files = newest.files().stream()
                .filter(file -> file.table().equals(Stats.ADOPTION))
                .map(file -> names.publish(store, copy(store, file), Stats.ADOPTION, 0, file.rows()))
                .toList();
        new Manifests(store)
                .publish(new Manifest(
                        crawl,
                        newest.created(),
                        newest.program(),
                        newest.schemaVersion(),
                        newest.configuration(),
                        newest.sources(),
                        newest.versions(),
                        newest.counts(),
                        files));
    }

    private static Path copy(DirectoryStore store, Manifest.TableFile file) {
        Path copy = store.scratch(Stats.ADOPTION);
        try {
            return Files.copy(store.local(file.path()), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
