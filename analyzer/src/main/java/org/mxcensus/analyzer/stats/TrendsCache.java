package org.mxcensus.analyzer.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `trends.duckdb` in the store's root: views `adoption` and `adoption_long` over all crawls.
///
/// A cache: it can be deleted and is made again out of what the manifests list. Only crawls whose figures have changed
/// since are read. Readers keep the file they opened.
public final class TrendsCache {

    /// The file's name in the store.
    public static final String FILE = "trends.duckdb";

    private static final Logger LOG = LoggerFactory.getLogger(TrendsCache.class);

    private TrendsCache() {}

    /// Brings the cache up to date in a new file, and puts it in the place of the old one.
    public static void refresh(Store store) {
        refresh(store, Limits.DEFAULT);
    }

    static void refresh(Store store, Limits limits) {
        Manifests manifests = new Manifests(store);
        SortedMap<LocalDate, Manifest> counted = manifests.crawls().stream()
                .map(manifests::find)
                .flatMap(Optional::stream)
                .filter(manifest -> !manifest.paths(Stats.ADOPTION).isEmpty())
                .collect(Collectors.toMap(Manifest::crawl, Function.identity(), (one, _) -> one, TreeMap::new));
        Path local = store.scratch(FILE);
        try (Warehouse warehouse = takenOver(store, local, limits).orElseGet(() -> anew(store, local, limits))) {
            TrendsTables tables = new TrendsTables(warehouse);
            Map<LocalDate, String> known = tables.origins();
            known.forEach((crawl, origin) -> {
                if (!Optional.ofNullable(counted.get(crawl))
                        .map(TrendsCache::origin)
                        .equals(Optional.of(origin))) {
                    tables.drop(crawl);
                }
            });
            counted.values().stream()
                    .filter(manifest -> !origin(manifest).equals(known.get(manifest.crawl())))
                    .forEach(manifest ->
                            tables.add(manifest.crawl(), files(store, manifest), summary(manifest), origin(manifest)));
            tables.settle();
        }
        store.publish(local, FILE);
    }

    /// A copy of the cache that there is; empty where there is none, or one that a version with other metrics or
    /// groups has made.
    private static Optional<Warehouse> takenOver(Store store, Path local, Limits limits) {
        if (!store.exists(FILE)) {
            return Optional.empty();
        }
        try {
            Files.copy(store.local(FILE), local);
        } catch (IOException e) {
            throw new UserError(
                    "Cannot copy %s in %s (%s); free space, or mend its permissions."
                            .formatted(FILE, store, e.getMessage()),
                    e);
        }
        try (Warehouse warehouse = Warehouse.create(local, store, limits)) {
            if (!new TrendsTables(warehouse).areOfThisVersion()) {
                return Optional.empty();
            }
        } catch (RuntimeException e) {
            LOG.info("What was in {} cannot be read, and is made again.", FILE, e);
            return Optional.empty();
        }
        return Optional.of(Warehouse.create(local, store, limits));
    }

    private static Warehouse anew(Store store, Path local, Limits limits) {
        try {
            Files.deleteIfExists(local);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Warehouse warehouse = Warehouse.create(local, store, limits);
        new TrendsTables(warehouse).create();
        return warehouse;
    }

    private static List<Path> files(Store store, Manifest crawl) {
        return crawl.paths(Stats.ADOPTION).stream().map(store::local).toList();
    }

    /// All that is taken from a crawl.
    private static String origin(Manifest crawl) {
        return crawl.files().stream()
                .filter(file -> file.table().equals(Stats.ADOPTION))
                .map(Manifest.TableFile::sha256)
                .collect(Collectors.joining(" ", "", " " + summary(crawl)));
    }

    private static String summary(Manifest crawl) {
        try {
            return Manifests.JSON.writeValueAsString(CrawlSummary.of(crawl));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
