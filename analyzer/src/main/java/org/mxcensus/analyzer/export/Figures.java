package org.mxcensus.analyzer.export;

import java.nio.file.Path;
import java.util.List;
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
/// withheld name.
///
/// @param store where the statistics are
/// @param config says what is small
record Figures(Store store, ExportConfig config) {

    /// Writes what is left of a crawl's table.
    ///
    /// @return how many rows it has
    long parquet(Path from, Path file, String origin) {
        try (Warehouse warehouse = Warehouse.inMemory(store, Limits.DEFAULT)) {
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

    /// Writes the figures of all crawls in one file, as CSV.
    ///
    /// @param files tables `adoption` of a release
    void together(List<Path> files, Path file) {
        try (Warehouse warehouse = Warehouse.inMemory(store, Limits.DEFAULT)) {
            warehouse.view(Stats.ADOPTION, files);
            AdoptionLong.define(warehouse);
            warehouse.run(Question.named(Figures.class, "csv")
                    .piece("file", Question.quoted(file.toString()))
                    .build());
        }
    }
}
