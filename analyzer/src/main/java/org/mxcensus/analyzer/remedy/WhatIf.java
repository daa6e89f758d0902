package org.mxcensus.analyzer.remedy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Recipe;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// For how many domains DANE becomes valid, or MTA-STS enforced, if a provider or a DNS operator does something, or
/// several do. For one thread.
///
/// What is predicted is what the judge would say if they did it and nothing else changed. A domain with MX hosts of
/// several providers, or name servers of several operators, is among the domains of each.
public final class WhatIf implements AutoCloseable {
    private final Groundwork groundwork;
    private final Warehouse warehouse;
    private final Party.Kind who;
    private final List<Lever> levers;

    private WhatIf(Groundwork groundwork, Party.Kind who) {
        this.groundwork = groundwork;
        this.warehouse = groundwork.warehouse();
        this.who = who;
        this.levers = Lever.of(who);
    }

    /// Over a judged crawl.
    ///
    /// @param who of those that [Lever#who()] knows
    /// @param tld only domains below it; empty for all
    /// @throws UserError where the crawl was not judged, or nobody knows who runs name servers
    public static WhatIf of(Store store, LocalDate crawl, Party.Kind who, Optional<String> tld) {
        return of(store, crawl, who, tld, Limits.DEFAULT);
    }

    /// The same within given limits.
    public static WhatIf of(Store store, LocalDate crawl, Party.Kind who, Optional<String> tld, Limits limits) {
        WhatIf whatIf = new WhatIf(Groundwork.of(store, crawl, tld, limits), who);
        try {
            whatIf.prepare(crawl);
            return whatIf;
        } catch (RuntimeException e) {
            whatIf.close();
            throw e;
        }
    }

    private void prepare(LocalDate crawl) {
        if (who == Party.Kind.DNS_OPERATOR && !groundwork.areOperatorsKnown()) {
            throw new UserError(("The verdicts on the crawl of %1$s do not tell who runs name servers; run"
                            + " `mxcensus judge --crawl %1$s`, which finds out where the crawl has the name servers.")
                    .formatted(crawl));
        }
        warehouse.run(Question.of(WhatIf.class, "alike_domains"));
        warehouse.run(Question.of(WhatIf.class, "uses"));
        warehouse.run(Question.of(WhatIf.class, who == Party.Kind.DNS_OPERATOR ? "zone_plays" : "exchange_plays"));
        warehouse.run(Question.named(WhatIf.class, "prospects")
                .piece("parts", Lever.each(levers, lever -> lever.parts("u.party = q.party")))
                .piece("answers", Lever.each(levers, Lever::answer))
                .build());
    }

    /// How all domains of the frame stand today.
    public Tally today(Lever.Goal goal) {
        return groundwork.today(answer(goal));
    }

    private static String answer(Lever.Goal goal) {
        return "kind." + goal.today();
    }

    /// What each lever does for the domains of the most promising parties, by party, top-level domain and lever.
    ///
    /// @param lever the party whose domains gain most by it comes first
    /// @param limit the most parties that are told of
    public List<Outlook> outlooks(Lever lever, long limit) {
        rank(lever);
        return warehouse.ask(
                outlooksOf(limit),
                row -> new Outlook(
                        new Party(who, row.getString(1)),
                        row.getString(2),
                        Lever.find(row.getString(3)).orElseThrow(),
                        row.getLong(4),
                        new Tally(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8))));
    }

    private Question outlooksOf(long limit) {
        return Question.named(WhatIf.class, "outlooks")
                .piece("levers", answers())
                .value("limit", limit)
                .build();
    }

    /// How it is told what each lever gains for the domains of each party; as for [#outlooks].
    public Recipe gainsRecipe(Lever lever, long limit) {
        rank(lever);
        return warehouse.recipe().keep("outlooks", outlooksOf(limit)).then(Question.of(WhatIf.class, "gains"));
    }

    /// How all domains would stand if one party after another took a step, the one first that gains most.
    ///
    /// @param limit the most parties that are told of; the last of all comes besides
    public List<Step> curve(Lever lever, long limit) {
        rank(lever);
        Tally today = today(lever.goal());
        return warehouse.ask(
                curveOf(lever, limit),
                row -> step(today, row.getLong(1), new Party(who, row.getString(2)), row.getLong(3), row.getLong(4)));
    }

    private static Question curveOf(Lever lever, long limit) {
        return Question.named(WhatIf.class, "curve")
                .piece("lever", lever.id())
                .piece("today", lever.goal().today())
                .piece("parts", lever.parts("u.place <= s.place"))
                .piece("answer", lever.answer())
                .value("limit", limit)
                .build();
    }

    /// How the curve is made; as for [#curve].
    public Recipe curveRecipe(Lever lever, long limit) {
        rank(lever);
        return warehouse
                .recipe()
                .keep("curve", curveOf(lever, limit))
                .keep("today", Groundwork.todayOf(answer(lever.goal())))
                .then(Question.of(WhatIf.class, "steps"));
    }

    private static Step step(Tally today, long place, Party party, long yes, long unmeasured) {
        return new Step(
                place,
                party,
                new Tally(
                        today.numerator() + yes,
                        today.denominator() - unmeasured,
                        today.unmeasured() + unmeasured,
                        today.notApplicable()));
    }

    /// Writes the domains behind the outlooks: a line for each domain, party and lever.
    ///
    /// @param lever as for [#outlooks], and so is the limit
    public void list(Lever lever, long limit, DomainList list) {
        rank(lever);
        groundwork.write(
                list,
                Question.named(WhatIf.class, "domains_behind")
                        .piece("levers", answers())
                        .piece("kind", Question.quoted(who.name()))
                        .piece("limit", Long.toString(limit)));
    }

    private void rank(Lever lever) {
        warehouse.run(Question.named(WhatIf.class, "places_of_parties")
                .piece("lever", lever.id())
                .piece("today", lever.goal().today())
                .build());
    }

    private String answers() {
        return Lever.each(
                levers,
                one -> "{'lever': '%1$s', 'status': %2$s, 'today': %3$s, 'answer': %1$s}"
                        .formatted(one.id(), one.goal().status(), one.goal().today()));
    }

    @Override
    public void close() {
        groundwork.close();
    }
}
