package org.mxcensus.analyzer.remedy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// For how many domains DANE becomes valid, or MTA-STS enforced, if a provider does something, or several do. For one
/// thread.
///
/// What is predicted is what the judge would say if a provider did it and nothing else changed. A domain with MX
/// hosts of several providers is among the domains of each.
public final class WhatIf implements AutoCloseable {
    private final Warehouse warehouse;

    private WhatIf(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /// Over a judged crawl.
    ///
    /// @param tld only domains below it; empty for all
    /// @throws UserError where the crawl was not judged
    public static WhatIf of(Store store, LocalDate crawl, Optional<String> tld) {
        return of(store, crawl, tld, Limits.DEFAULT);
    }

    /// The same within given limits.
    public static WhatIf of(Store store, LocalDate crawl, Optional<String> tld, Limits limits) {
        Warehouse warehouse = Groundwork.of(store, crawl, tld, limits);
        try {
            warehouse.run(Question.named(WhatIf.class, "prospects")
                    .piece("parts", Lever.each(lever -> lever.parts("u.provider = q.provider")))
                    .piece("answers", Lever.each(Lever::answer))
                    .build());
            return new WhatIf(warehouse);
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    /// How all domains of the frame stand today.
    public Tally today(Lever.Goal goal) {
        return Groundwork.today(warehouse, goal);
    }

    /// What each lever does for the domains of the most promising providers, by provider, top-level domain and lever.
    ///
    /// @param lever the provider whose domains gain most by it comes first
    /// @param limit the most providers that are told of
    public List<Outlook> outlooks(Lever lever, long limit) {
        return warehouse.ask(
                Question.named(WhatIf.class, "outlooks")
                        .piece(
                                "levers",
                                Lever.each(one -> "{'lever': '%1$s', 'today': %2$s, 'answer': %1$s}"
                                        .formatted(one.id(), one.goal().today())))
                        .value("lever", lever.id())
                        .value("limit", limit)
                        .build(),
                row -> new Outlook(
                        row.getString(1),
                        row.getString(2),
                        Lever.find(row.getString(3)).orElseThrow(),
                        row.getLong(4),
                        new Tally(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8))));
    }

    /// How all domains would stand if one provider after another took a step, the one first that gains most.
    ///
    /// @param limit the most providers that are told of; the last of all comes besides
    public List<Step> curve(Lever lever, long limit) {
        Tally today = today(lever.goal());
        return warehouse.ask(
                Question.named(WhatIf.class, "curve")
                        .piece("lever", lever.id())
                        .piece("today", lever.goal().today())
                        .piece("parts", lever.parts("u.place <= s.place"))
                        .piece("answer", lever.answer())
                        .value("limit", limit)
                        .build(),
                row -> step(today, row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    private static Step step(Tally today, long place, String provider, long yes, long unmeasured) {
        return new Step(
                place,
                provider,
                new Tally(
                        today.numerator() + yes,
                        today.denominator() - unmeasured,
                        today.unmeasured() + unmeasured,
                        today.notApplicable()));
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
