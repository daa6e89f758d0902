package org.mxcensus.analyzer.transition;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;

/// How each domain of a crawl's frame stands with each mechanism, as a view of a warehouse.
final class Standings {
    private final Store store;
    private final Warehouse warehouse;

    /// Makes the type of standings in the warehouse; once for each warehouse.
    Standings(Store store, Warehouse warehouse) {
        this.store = store;
        this.warehouse = warehouse;
        warehouse.run(Question.named(Standings.class, "standing_type")
                .piece(
                        "standings",
                        Stream.of(Standing.values())
                                .map(standing -> Question.quoted(standing.name()))
                                .collect(Collectors.joining(", ")))
                .build());
    }

    /// Makes a view with a row for each domain: `domain`, `tld`, `provider`, and a column for each mechanism.
    void view(String name, Manifest crawl) {
        String frame = name + "_frame";
        String verdicts = name + "_verdicts";
        warehouse.view(frame, Table.FRAME.name(), store, List.of(crawl));
        warehouse.view(verdicts, Table.DOMAIN_VERDICTS.name(), store, List.of(crawl));
        warehouse.run(Question.named(Standings.class, "standings")
                .piece("name", name)
                .piece("frame", frame)
                .piece("verdicts", verdicts)
                .piece(
                        "standings",
                        each(mechanism -> "CAST(%s AS standing) AS %s".formatted(standing(mechanism), mechanism.id())))
                .build());
    }

    private static String standing(Mechanism mechanism) {
        return mechanism.isOfFrame()
                ? mechanism.standing()
                : "CASE WHEN v.domain IS NULL THEN 'UNMEASURED' ELSE %s END".formatted(mechanism.standing());
    }

    /// A piece of SQL for each mechanism.
    static String each(Function<Mechanism, String> piece) {
        return Stream.of(Mechanism.values()).map(piece).collect(Collectors.joining(",\n    "));
    }
}
