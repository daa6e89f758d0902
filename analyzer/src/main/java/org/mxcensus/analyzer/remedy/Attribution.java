package org.mxcensus.analyzer.remedy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Recipe;
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
            warehouse.run(
                    Question.named(Attribution.class, "keep")
                            .piece("name", name)
                            .piece("relation", Warehouse.files(List.of(file)))
                            .build(),
                    told(name, rows));
        } finally {
            remove(file);
        }
    }

    private static Recipe.Step told(String name, List<Named> rows) {
        String values = Stream.concat(
                        Stream.of("(NULL::VARCHAR, NULL::VARCHAR)"),
                        rows.stream()
                                .map(row -> "(%s, %s)"
                                        .formatted(Question.quoted(row.name()), Question.quoted(row.party()))))
                .collect(Collectors.joining(",\n    "));
        return new Recipe.Step(
                Question.named(Attribution.class, "named")
                        .piece("name", name)
                        .piece("rows", values)
                        .build()
                        .sql(),
                Question.named(Attribution.class, "nobody_named")
                        .piece("name", name)
                        .build()
                        .sql());
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
