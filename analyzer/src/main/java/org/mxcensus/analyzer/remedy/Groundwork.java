package org.mxcensus.analyzer.remedy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// What every prediction rests on: how domains stand, and the part that each MX host plays.
///
/// @param warehouse with views of the tables of verdicts, the view `stands` and the table `exchange_parts`
/// @param store whose files alone the warehouse opens
record Groundwork(Warehouse warehouse, Store store) implements AutoCloseable {
    private static final List<Table<?>> TABLES = List.of(
            Table.FRAME, Table.DOMAIN_VERDICTS, Table.EXCHANGE_VERDICTS, Table.HOST_VERDICTS, Table.HOST_PROVIDERS);

    /// Columns that files of earlier versions lack, and without which nobody can say who is at fault.
    private static final Map<Table<?>, Set<String>> CAUSES = Map.of(
            Table.DOMAIN_VERDICTS, Set.of("mta_sts_cause"),
            Table.EXCHANGE_VERDICTS, Set.of("dane_cause"),
            Table.HOST_VERDICTS, Set.of("dane_cause"));

    /// @param tld only domains below it; empty for all
    /// @throws UserError where the crawl was not judged, or by an early version
    static Groundwork of(Store store, LocalDate crawl, Optional<String> tld, Limits limits) {
        Manifest manifest = JudgedCrawl.of(store, crawl);
        Groundwork groundwork = new Groundwork(Warehouse.confined(store, limits), store);
        try {
            groundwork.lay(manifest, tld);
            return groundwork;
        } catch (RuntimeException e) {
            groundwork.close();
            throw e;
        }
    }

    private void lay(Manifest manifest, Optional<String> tld) {
        for (Table<?> table : TABLES) {
            warehouse.view(table.name(), store, List.of(manifest));
        }
        CAUSES.forEach((table, columns) -> demand(manifest, table, columns));
        warehouse.run(Question.of(Groundwork.class, "answer"));
        warehouse.run(Question.of(Groundwork.class, "exchange_parts"));
        warehouse.run(Question.named(Groundwork.class, "stands")
                .piece("operators", operators())
                .piece("tld", Question.quoted(tld.orElse("")))
                .build());
    }

    private void demand(Manifest manifest, Table<?> table, Set<String> columns) {
        if (!warehouse.columns(table.name()).containsAll(columns)) {
            throw new UserError(("The verdicts on the crawl of %1$s are of an earlier version and name no causes; run"
                            + " `mxcensus judge --crawl %1$s`.")
                    .formatted(manifest.crawl()));
        }
    }

    /// Files of earlier versions lack the column.
    private String operators() {
        return warehouse.columns(Table.DOMAIN_VERDICTS.name()).contains("dns_operators")
                ? "v.dns_operators"
                : "NULL::VARCHAR[]";
    }

    /// Whether the verdicts tell of any domain who runs its name servers.
    boolean areOperatorsKnown() {
        return warehouse
                .ask(
                        Question.named(Groundwork.class, "operators_known")
                                .piece("operators", operators())
                                .build(),
                        row -> row.getBoolean(1))
                .getFirst();
    }

    /// How all domains of the frame stand today.
    ///
    /// @param answer SQL over the kind of a domain: `YES`, `NO`, `UNMEASURED`; null where there is no question
    Tally today(String answer) {
        return warehouse
                .ask(todayOf(answer), row -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .getFirst();
    }

    /// The question behind [#today].
    static Question todayOf(String answer) {
        return Question.named(Groundwork.class, "today").piece("today", answer).build();
    }

    /// Writes rows into a list, which may lie anywhere.
    ///
    /// @param rows a COPY to `${file}`
    /// @throws UserError where the list cannot be written
    void write(DomainList list, Question.Builder rows) {
        Path made = store.scratch("list");
        warehouse.run(rows.piece("file", Question.quoted(made.toString())).build());
        list.take(made);
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
