package org.mxcensus.analyzer.remedy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.Store;

/// Whose names are that no verdict attributes, as tables of a warehouse.
record Attribution(Store store, Warehouse warehouse, Providers providers) {

    /// @param name of an MX host whose zone fails, or under which a policy is served
    /// @param party as [Party#name()]
    record Named(String name, String party) {}

    /// Table `zone_parties`: who runs the name servers of zones in which look-ups of TLSA fail.
    void zones() {
        // Files of earlier versions lack the column.
        boolean told = warehouse.columns(Table.MX_HOSTS.name()).contains("zone_ns");
        keep("zone_parties", told ? ask("failing_zones", this::operators) : List.of());
    }

    /// Table `alias_parties`: who serves policies under an alias, by the name that it leads to.
    void policies() {
        keep("alias_parties", ask("aliases", providers::ofHost));
    }

    private List<Named> ask(String question, UnaryOperator<String> party) {
        return warehouse.ask(
                Question.of(Attribution.class, question),
                row -> new Named(row.getString(1), party.apply(row.getString(2))));
    }

    private String operators(String nameServers) {
        return String.join(Party.AND, providers.ofNameServers(List.of(nameServers.split(" "))));
    }

    private void keep(String name, List<Named> rows) {
        Path file = store.scratch(name);
        try {
            ParquetFiles.write(new Table<>(name, Named.class, List.of("name")), file, rows);
            warehouse.run(Question.named(Attribution.class, "keep")
                    .piece("name", name)
                    .piece("relation", Warehouse.files(List.of(file)))
                    .build());
        } finally {
            remove(file);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
