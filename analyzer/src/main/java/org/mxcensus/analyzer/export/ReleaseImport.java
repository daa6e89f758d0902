package org.mxcensus.analyzer.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mxcensus.analyzer.describe.Release;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Takes the crawls of a release into a store, as if they had been crawled there.
public final class ReleaseImport {
    private final Store store;
    private final Path release;

    private ReleaseImport(Store store, Path release) {
        this.store = store;
        this.release = release;
    }

    /// Takes in all crawls of a release of tier `full`, and counts them.
    ///
    /// @param now names the files of the figures
    /// @return the crawls, oldest first
    /// @throws UserError where the release is not whole or of another tier, or the store has one of its crawls
    public static List<LocalDate> run(Store store, Path release, Instant now) {
        List<Fault> faults = Verify.of(release);
        if (!faults.isEmpty()) {
            throw new UserError("The release %s is not whole (%s); `mxcensus verify %s` says all that is wrong."
                    .formatted(release, faults.getFirst(), release));
        }
        List<Manifest> crawls = manifests(release);
        ReleaseImport taking = new ReleaseImport(store, release);
        crawls.forEach(taking::check);
        crawls.forEach(crawl -> {
            taking.take(crawl);
            Stats.run(store, crawl.crawl(), now);
        });
        return crawls.stream().map(Manifest::crawl).toList();
    }

    private static List<Manifest> manifests(Path release) {
        try {
            List<Manifest> manifests = new ArrayList<>();
            for (String name : ExportDirectory.listed(release).keySet()) {
                if (Verify.isManifest(name)) {
                    manifests.add(Manifests.JSON.readValue(release.resolve(name).toFile(), Manifest.class));
                }
            }
            return manifests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Manifest crawl) {
        String tier = crawl.configuration().getOrDefault(ReleasedCrawl.TIER, Tier.FULL.id());
        if (!tier.equals(Tier.FULL.id())) {
            throw new UserError(
                    "The release %s is of tier %s, without the evidence that verdicts rest on; ask its publisher for tier full."
                            .formatted(release, tier));
        }
        if (new Manifests(store).find(crawl.crawl()).isPresent()) {
            throw new UserError("%s has a crawl of %s already; import into another directory with --data."
                    .formatted(store, crawl.crawl()));
        }
    }

    private void take(Manifest crawl) {
        try {
            for (Manifest.TableFile file : crawl.files()) {
                Path local = store.scratch(file.path());
                Files.copy(release.resolve(file.path()), local);
                store.publish(local, file.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Manifests(store).publish(asCrawled(crawl));
    }

    /// Without what the export noted.
    private static Manifest asCrawled(Manifest crawl) {
        Map<String, String> configuration = new TreeMap<>(crawl.configuration());
        configuration.remove(ReleasedCrawl.TIER);
        configuration.remove(ReleasedCrawl.THRESHOLD);
        configuration.remove(Release.WITHHELD);
        return crawl.withConfiguration(configuration);
    }
}
