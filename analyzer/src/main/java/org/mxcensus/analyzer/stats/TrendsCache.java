package org.mxcensus.analyzer.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;

/// `trends.duckdb` in the store's root: table `adoption` and view `adoption_long` over all crawls.
///
/// A cache: it can be deleted and is rebuilt whole from what the manifests list. Readers keep the file they opened.
public final class TrendsCache {

    /// The file's name in the store.
    public static final String FILE = "trends.duckdb";

    private TrendsCache() {}

    /// Builds the cache anew and puts it in the place of the old one.
    public static void refresh(Store store) {
        refresh(store, Limits.DEFAULT);
    }

    static void refresh(Store store, Limits limits) {
        Manifests manifests = new Manifests(store);
        List<Manifest> counted = manifests.crawls().stream()
                .map(manifests::find)
                .flatMap(Optional::stream)
                .filter(manifest -> !manifest.paths(Stats.ADOPTION).isEmpty())
                .toList();
        Path local = store.scratch(FILE);
        try (Warehouse warehouse = Warehouse.create(local, store, limits)) {
            if (counted.isEmpty()) {
                warehouse.run(Question.named(TrendsCache.class, "trends_empty")
                        .piece("keys", Grouping.types())
                        .piece("columns", MetricSql.columns(" BIGINT"))
                        .build());
            } else {
                warehouse.view("released_adoption", Stats.ADOPTION, store, counted);
                Set<String> present = warehouse.columns("released_adoption");
                warehouse.run(Question.named(TrendsCache.class, "trends")
                        .piece("keys", Grouping.all(present))
                        .piece("order", String.join(", ", Grouping.KEYS))
                        .piece("columns", MetricSql.ofPublished(present))
                        .build());
                warehouse.run(Question.of(TrendsCache.class, "trends_release"));
            }
            AdoptionLong.define(warehouse);
            warehouse.run(Question.of(TrendsCache.class, "crawls_create"));
            counted.forEach(manifest -> warehouse.run(Question.named(TrendsCache.class, "crawls_add")
                    .value("crawl", manifest.crawl())
                    .value("summary", json(CrawlSummary.of(manifest)))
                    .build()));
            Comments.write(warehouse);
        }
        store.publish(local, FILE);
    }

    private static String json(CrawlSummary summary) {
        try {
            return Manifests.JSON.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
