package org.mxcensus.analyzer.remedy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;

/// What every prediction rests on: domains that are alike, their MX hosts, and the part that each host plays.
final class Groundwork {
    private static final List<Table<?>> TABLES = List.of(
            Table.FRAME, Table.DOMAIN_VERDICTS, Table.EXCHANGE_VERDICTS, Table.HOST_VERDICTS, Table.HOST_PROVIDERS);

    private Groundwork() {}

    /// A warehouse with views of the tables of verdicts, and the tables `exchange_parts`, `alike_domains` and `uses`.
    /// Close it.
    ///
    /// @param tld only domains below it; empty for all
    static Warehouse of(Store store, LocalDate crawl, Optional<String> tld, Limits limits) {
        Manifest manifest = JudgedCrawl.of(store, crawl);
        Warehouse warehouse = Warehouse.inMemory(store, limits);
        try {
            for (Table<?> table : TABLES) {
                warehouse.view(table.name(), store, List.of(manifest));
            }
            warehouse.run(Question.of(Groundwork.class, "answer"));
            warehouse.run(Question.of(Groundwork.class, "exchange_parts"));
            warehouse.run(Question.named(Groundwork.class, "alike_domains")
                    .value("tld", tld.orElse(""))
                    .build());
            warehouse.run(Question.of(Groundwork.class, "uses"));
            return warehouse;
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    /// How all domains of the frame stand today.
    static Tally today(Warehouse warehouse, Lever.Goal goal) {
        return warehouse
                .ask(
                        Question.named(Groundwork.class, "today")
                                .piece("today", goal.today())
                                .build(),
                        row -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .getFirst();
    }
}
