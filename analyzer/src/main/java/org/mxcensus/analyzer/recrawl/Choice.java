package org.mxcensus.analyzer.recrawl;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// The full crawl whose findings a recrawl looks at again.
///
/// @param store where it lies
/// @param crawl its manifest
/// @param kind which of its findings
public record Choice(Store store, Manifest crawl, Recrawl.Kind kind) {
    private static final List<Table<?>> TOLD_BY = List.of(Table.FRAME, Table.DOMAINS, Table.DOMAIN_VERDICTS);

    /// The domains of one source.
    ///
    /// @param source its name in table frame
    /// @param file a domain a line, with its rank before it where the source has ranks; the caller removes it
    public record ChosenList(String source, Path file) {}

    private record OneSource(String name, boolean hasRanks) {}

    /// The newest judged full crawl of a store.
    ///
    /// @param day of the recrawl; no later crawl is looked at
    /// @throws UserError where there is none, or the store is one of recrawls
    public static Choice ofNewest(Store store, LocalDate day, Recrawl.Kind kind) {
        Manifests manifests = new Manifests(store);
        Manifest newest = manifests.crawls().stream()
                .filter(date -> !date.isAfter(day))
                .sorted(Comparator.reverseOrder())
                .flatMap(date -> manifests.find(date).stream())
                .filter(manifest ->
                        !manifest.paths(Table.DOMAIN_VERDICTS.name()).isEmpty())
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ("There is no judged crawl of %s or before in %s to choose domains from; make one with `mxcensus"
                                        + " crawl`, or judge one with `mxcensus judge`.")
                                .formatted(day, store)));
        if (Recrawl.of(newest).isPresent()) {
            throw new UserError(
                    "%s holds recrawls; name the dataset of full crawls that they were chosen from with --data."
                            .formatted(store));
        }
        return new Choice(store, newest, kind);
    }

    /// What the manifest of the recrawl says of this.
    public Recrawl recrawl() {
        return new Recrawl(kind, crawl.crawl());
    }

    /// Writes the domains that were found, a list for each source that names some of them.
    ///
    /// @param scratch where the lists are made
    /// @throws UserError where none were found
    public List<ChosenList> write(Store scratch) {
        try (Warehouse warehouse = Warehouse.inMemory(scratch, Limits.DEFAULT)) {
            TOLD_BY.forEach(table -> warehouse.view(table.name(), store, List.of(crawl)));
            warehouse.run(Question.of(Choice.class, "found_" + kind.id().replace('-', '_')));
            warehouse.run(Question.of(Choice.class, "chosen"));
            List<OneSource> sources = warehouse.ask(
                    Question.of(Choice.class, "sources"),
                    row -> new OneSource(row.getString("source"), row.getBoolean("has_ranks")));
            if (sources.isEmpty()) {
                throw new UserError(
                        "The crawl of %s in %s found no domains %s, so there is nothing to look at again; name another kind with --where, or crawl anew."
                                .formatted(crawl.crawl(), store, kind.phrase()));
            }
            return sources.stream()
                    .map(source -> write(warehouse, source, scratch))
                    .toList();
        }
    }

    private static ChosenList write(Warehouse warehouse, OneSource source, Store scratch) {
        Path file = scratch.scratch(source.name() + ".list");
        warehouse.run(Question.named(Choice.class, "list")
                .piece("columns", source.hasRanks() ? "rank, domain" : "domain")
                .piece("source", Question.quoted(source.name()))
                .piece("file", Question.quoted(file.toString()))
                .build());
        return new ChosenList(source.name(), file);
    }
}
