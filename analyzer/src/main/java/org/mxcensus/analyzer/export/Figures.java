package org.mxcensus.analyzer.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.stats.AdoptionLong;
import org.mxcensus.analyzer.stats.SmallGroups;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.SchemaVersion;
import org.mxcensus.datasets.store.Store;

/// Table `adoption` of a release: without groups that are small, those that would betray them, and those that have a
/// withheld name. Safe for use by several threads, which wait for each other.
///
/// One DuckDB serves all crawls, opened with the first that there is something to make of.
final class Figures implements AutoCloseable {
    private final Store store;
    private final ExportConfig config;
    private Optional<Warehouse> opened = Optional.empty();

    /// @param store where the statistics are
    /// @param config says what is small
    Figures(Store store, ExportConfig config) {
        this.store = store;
        this.config = config;
    }

    /// Writes what is left of a crawl's table.
    ///
    /// @return how many rows it has
    synchronized long parquet(Path from, Path file, String origin) {
        Warehouse warehouse = warehouse();
        warehouse.view("counted", List.of(from));
        warehouse.run(Question.named(Figures.class, "groups_left")
                .piece("threshold", Long.toString(config.threshold()))
                .piece("betraying", new SmallGroups(config.threshold()).betraying(warehouse, "counted"))
                .piece("keys", AdoptionLong.keys(warehouse, "counted"))
                .piece("withheld", withheld(warehouse))
                .build());
        warehouse.run(Question.named(Figures.class, "adoption")
                .piece("file", Question.quoted(file.toString()))
                .piece("origin", Question.quoted(origin))
                .piece("schema", Question.quoted(Integer.toString(SchemaVersion.CURRENT)))
                .build());
        return warehouse
                .ask(Question.of(Figures.class, "rows_left"), row -> row.getLong(1))
                .getFirst();
    }

    private String withheld(Warehouse warehouse) {
        if (config.withheld().isEmpty()) {
            return "";
        }
        return warehouse
                .ask(
                        Question.named(Figures.class, "group_names")
                                .piece("keys", AdoptionLong.keys(warehouse, "counted"))
                                .build(),
                        row -> row.getString(1))
                .stream()
                .filter(config.withheld().get().names()::isIn)
                .map(Question::quoted)
                .collect(Collectors.joining(", "));
    }

    /// Writes the figures of a crawl as CSV, a row for each metric.
    ///
    /// @param released table `adoption` of the release
    synchronized void csv(Path released, Path file) {
        Warehouse warehouse = warehouse();
        warehouse.view(Stats.ADOPTION, List.of(released));
        AdoptionLong.define(warehouse);
        warehouse.run(Question.named(Figures.class, "csv")
                .piece("file", Question.quoted(file.toString()))
                .build());
    }

    private Warehouse warehouse() {
        Warehouse warehouse = opened.orElseGet(() -> Warehouse.inMemory(store, Limits.DEFAULT));
        opened = Optional.of(warehouse);
        return warehouse;
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(Warehouse::close);
    }
}
