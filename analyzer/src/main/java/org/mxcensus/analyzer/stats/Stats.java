package org.mxcensus.analyzer.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.SortedRelease;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Leftovers;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Counts a judged crawl: table `adoption`.
public final class Stats {

    /// The table's name.
    public static final String ADOPTION = "adoption";

    private final Warehouse warehouse;

    private Stats(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /// Counts a crawl, switches its manifest to the figures and renews the cache over all crawls.
    ///
    /// @param now names the run
    /// @return the manifest that was published
    /// @throws UserError where the crawl has not been judged
    public static Manifest run(Store store, LocalDate crawl, Instant now) {
        return run(store, crawl, now, Limits.DEFAULT);
    }

    /// The same within given limits.
    public static Manifest run(Store store, LocalDate crawl, Instant now, Limits limits) {
        Manifest before = JudgedCrawl.of(store, crawl);
        try (Warehouse warehouse = Warehouse.inMemory(store, limits)) {
            new Stats(warehouse).count(store, before);
            List<Manifest.TableFile> files = new ArrayList<>(before.files().stream()
                    .filter(file -> !file.table().equals(ADOPTION))
                    .toList());
            files.addAll(
                    new SortedRelease(warehouse, store, ReleaseFiles.startedAt(crawl, now)).write(ADOPTION, ADOPTION));
            Manifest after = before.withFiles(files);
            new Manifests(store).publish(after);
            TrendsCache.refresh(store, limits);
            Leftovers.sweep(store, after, Stream.concat(Leftovers.tables(), Stream.of(ADOPTION)), now);
            return after;
        }
    }

    private void count(Store store, Manifest manifest) {
        for (Table<?> table : List.of(Table.FRAME, Table.DOMAINS, Table.DOMAIN_VERDICTS, Table.EXCHANGE_VERDICTS)) {
            warehouse.view(table.name(), store, List.of(manifest));
        }
        Set<String> ofDomains = new HashSet<>(columns("f", Table.FRAME));
        ofDomains.addAll(columns("o", Table.DOMAINS));
        ofDomains.addAll(columns("v", Table.DOMAIN_VERDICTS));
        warehouse.run(Question.named(Stats.class, "frame_facts")
                .piece("findings", MetricSql.ofDomains(ofDomains))
                .build());
        warehouse.run(Question.named(Stats.class, "alike_domains")
                .piece("findings", MetricSql.names(MetricSql.OF_DOMAINS))
                .piece("first_weighs", Long.toString(Weighting.FIRST_WEIGHS))
                .build());
        warehouse.run(Question.named(Stats.class, "counted_domains")
                .piece("findings", MetricSql.numbered(MetricSql.OF_DOMAINS))
                .piece("counts", MetricSql.counts())
                .piece("smallest_cell", Integer.toString(Scope.SMALLEST_CELL))
                .piece("smallest_provider", Integer.toString(Scope.SMALLEST_PROVIDER))
                .build());
        warehouse.run(Question.named(Stats.class, "counted_hosts")
                .piece("found", MetricSql.ofHosts(columns("v", Table.EXCHANGE_VERDICTS)))
                .piece("findings", MetricSql.numbered(MetricSql.OF_HOSTS))
                .piece("counts", MetricSql.counts())
                .build());
        check("counted_domains");
        check("counted_hosts");
        adoption("adoption_of_domains", MetricSql.OF_DOMAINS);
        adoption("adoption_of_hosts", MetricSql.OF_HOSTS);
        warehouse.run(Question.named(Stats.class, ADOPTION)
                .piece("columns", MetricSql.columns(""))
                .build());
    }

    /// The columns of a table, which may be of an earlier version, each with the row that it belongs to.
    private Set<String> columns(String row, Table<?> table) {
        return warehouse.columns(table.name()).stream()
                .map(column -> row + "." + column)
                .collect(Collectors.toSet());
    }

    private void adoption(String relation, List<Metric> metrics) {
        warehouse.run(Question.named(Stats.class, relation)
                .piece("in_order", MetricSql.inOrder())
                .piece("columns", MetricSql.outOfOrder(metrics))
                .build());
    }

    /// A contradiction is a bug of ours; wrong figures must never be published.
    private void check(String relation) {
        List<String> contradictions = warehouse.ask(
                Question.named(Stats.class, "contradictions")
                        .piece("relation", relation)
                        .build(),
                row -> "%s %s %s %s %s"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)));
        if (!contradictions.isEmpty()) {
            throw new IllegalStateException("frame is not measured + unmeasured + not applicable in " + contradictions);
        }
    }
}
