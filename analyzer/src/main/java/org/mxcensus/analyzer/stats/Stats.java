package org.mxcensus.analyzer.stats;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.SortedRelease;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Leftovers;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Counts a judged crawl: table `adoption`, and beside it `host_users`, which domains use which MX host.
public final class Stats {

    /// The table of figures.
    public static final String ADOPTION = "adoption";

    /// A row for each domain and MX host of it, in the order of hosts: what the verdicts on domains say, the other way
    /// round, so that whoever asks for a host's domains need not read them all.
    public static final String HOST_USERS = "host_users";

    /// What is made here.
    public static final List<String> TABLES = List.of(ADOPTION, HOST_USERS);

    private static final List<Table<?>> SOURCES =
            List.of(Table.FRAME, Table.DOMAINS, Table.DOMAIN_VERDICTS, Table.EXCHANGE_VERDICTS);

    private Stats() {}

    /// Counts a crawl, switches its manifest to the figures and renews the cache over all crawls. What was counted
    /// before out of the same rows by the same questions is not counted again.
    ///
    /// @param now names the run
    /// @return the manifest as it is then
    /// @throws UserError where the crawl has not been judged
    public static Manifest run(Store store, LocalDate crawl, Instant now) {
        return run(store, crawl, now, Limits.DEFAULT);
    }

    /// The same within given limits.
    public static Manifest run(Store store, LocalDate crawl, Instant now, Limits limits) {
        Manifest before = JudgedCrawl.of(store, crawl);
        Manifest after;
        try (Warehouse warehouse = Warehouse.inMemory(store, limits)) {
            for (Table<?> table : SOURCES) {
                warehouse.view(table.name(), store, List.of(before));
            }
            List<Question> questions = Counting.of(warehouse, files(store, before, Table.FRAME.name()));
            String origin = origin(questions, before);
            if (TABLES.stream()
                    .allMatch(table -> SortedRelease.areOf(warehouse, files(store, before, table), origin))) {
                after = before;
            } else {
                questions.forEach(warehouse::run);
                SortedRelease release = new SortedRelease(warehouse, store, ReleaseFiles.startedAt(crawl, now));
                after = before.withFiles(Stream.concat(
                                before.files().stream().filter(file -> !TABLES.contains(file.table())),
                                TABLES.stream().flatMap(table -> release.write(table, table, origin).stream()))
                        .toList());
                new Manifests(store).publish(after);
            }
        }
        TrendsCache.refresh(store, limits);
        Leftovers.sweep(store, after, Stream.concat(Leftovers.tables(), TABLES.stream()), now);
        return after;
    }

    private static List<Path> files(Store store, Manifest crawl, String table) {
        return crawl.paths(table).stream().map(store::local).toList();
    }

    /// A digest of all that figures come from: the questions and the rows.
    private static String origin(List<Question> questions, Manifest crawl) {
        MessageDigest digest = Sha256.digest();
        for (Question question : questions) {
            digest.update((question.sql() + question.values()).getBytes(StandardCharsets.UTF_8));
        }
        for (Table<?> table : SOURCES) {
            crawl.files().stream()
                    .filter(file -> file.table().equals(table.name()))
                    .forEach(file -> digest.update(file.sha256().getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
