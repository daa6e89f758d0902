package org.mxcensus.analyzer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.describe.Release;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.SchemaVersion;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// The files of one crawl in a release.
///
/// @param store where the crawl is
/// @param crawl its manifest there
/// @param out where the release goes
/// @param figures makes the files of statistics
record ReleasedCrawl(Store store, Manifest crawl, ExportDirectory out, ExportConfig config, Figures figures) {

    /// What a release's manifest says of the tier, among the configuration.
    static final String TIER = "export_tier";
    /// The same of the smallest group.
    static final String THRESHOLD = "export_threshold";

    /// What of the crawl is released.
    List<Manifest.TableFile> files() {
        return crawl.files().stream()
                .filter(file -> file.table().equals(Stats.ADOPTION)
                        || config.tier().allows(Tier.DOMAINS)
                                && ReleasedTable.find(file.table()).isPresent())
                .toList();
    }

    /// Makes one of them.
    ///
    /// @return how the release's manifest lists it
    Manifest.TableFile make(Manifest.TableFile file) throws IOException {
        String origin = config.origin(file.sha256());
        AtomicLong rows = new AtomicLong(-1);
        Path made = out.parquet(file.path(), origin, to -> rows.set(write(file, to, origin)));
        if (config.jsonLines()) {
            out.after(file.path(), DataFiles.jsonLines(file), to -> writeJsonLines(file, made, to));
        }
        if (file.table().equals(Stats.ADOPTION)) {
            out.after(file.path(), DataFiles.csv(file), to -> figures.csv(made, to));
        }
        return new Manifest.TableFile(
                file.table(),
                file.path(),
                out.digest(file.path()),
                Files.size(made),
                rows.get() < 0 ? ParquetFiles.rows(made) : rows.get());
    }

    private long write(Manifest.TableFile file, Path to, String origin) {
        Path from = store.local(file.path());
        if (!Checksums.sha256(from).equals(file.sha256())) {
            throw new UserError(
                    "%s in %s is not the file that its manifest lists; run `mxcensus finish --crawl %s` to make it anew."
                            .formatted(file.path(), store, crawl.crawl()));
        }
        Map<String, String> notes =
                Map.of(ExportDirectory.ORIGIN, origin, ExportDirectory.SCHEMA, Integer.toString(SchemaVersion.CURRENT));
        return ReleasedTable.find(file.table())
                .map(table -> table.write(from, to, config, notes))
                .orElseGet(() -> figures.parquet(from, to, origin));
    }

    private void writeJsonLines(Manifest.TableFile file, Path from, Path to) {
        try (Warehouse warehouse = Warehouse.inMemory(store, Limits.DEFAULT)) {
            warehouse.run(Question.named(ReleasedCrawl.class, "jsonl")
                    .piece(
                            "columns",
                            file.table().equals(Table.CERTIFICATES.name()) ? "* REPLACE (base64(der) AS der)" : "*")
                    .piece("files", Warehouse.list(List.of(from)))
                    .piece("file", Question.quoted(to.toString()))
                    .build());
        }
    }

    /// Makes the manifest that lists what was made.
    Manifest manifest(List<Manifest.TableFile> made) {
        Map<String, String> configuration = new TreeMap<>(crawl.configuration());
        configuration.put(TIER, config.tier().id());
        configuration.put(THRESHOLD, Long.toString(config.threshold()));
        if (config.withheld().isPresent()) {
            configuration.put(Release.WITHHELD, rowsLeftOut(made));
        }
        return new Manifest(
                crawl.crawl(),
                crawl.created(),
                crawl.program(),
                SchemaVersion.CURRENT,
                configuration,
                crawl.sources(),
                crawl.versions(),
                crawl.counts(),
                made);
    }

    /// How many rows of each table the release lacks; the figures count what they are about.
    private String rowsLeftOut(List<Manifest.TableFile> made) {
        return config.tier().allows(Tier.DOMAINS)
                ? tables(config.tier()).stream()
                        .filter(table -> !table.equals(Stats.ADOPTION))
                        .map(table -> "%s %d".formatted(table, rows(files(), table) - rows(made, table)))
                        .collect(Collectors.joining(", "))
                : "none";
    }

    private static long rows(List<Manifest.TableFile> files, String table) {
        return files.stream()
                .filter(file -> file.table().equals(table))
                .mapToLong(Manifest.TableFile::rows)
                .sum();
    }

    /// The tables that a tier of a release has, in the order of the flow.
    static List<String> tables(Tier tier) {
        Stream<String> rows =
                ReleasedTable.ALL.stream().map(released -> released.table().name());
        return Stream.concat(tier.allows(Tier.DOMAINS) ? rows : Stream.<String>empty(), Stream.of(Stats.ADOPTION))
                .collect(Collectors.toUnmodifiableList());
    }
}
