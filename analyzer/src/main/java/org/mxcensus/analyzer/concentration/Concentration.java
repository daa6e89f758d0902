package org.mxcensus.analyzer.concentration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Recipe;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// With how few providers the mail of a crawl's domains lies.
///
/// The frame is domains + unmeasured + not applicable. Whoever receives the mail of his own domain alone is a
/// provider of one.
///
/// @param providers how many there are
/// @param domains that accept mail and whose provider is known
/// @param unmeasured whose MX answer could not be had, or that were not observed
/// @param notApplicable that accept no mail
/// @param half the fewest providers that have half of the domains together; 0 where there is none
/// @param weight the sum over all providers of their place times their domains
/// @param holders the largest, and those at the places 1, 2, 5, 10, 20, 50 and so on, as well as the last; by place
/// @param recipe how the holders are told
public record Concentration(
        long providers,
        long domains,
        long unmeasured,
        long notApplicable,
        long half,
        long weight,
        List<Holder> holders,
        Recipe recipe) {

    public Concentration {
        holders = List.copyOf(holders);
    }

    /// Of a judged crawl.
    ///
    /// @param tld only domains below it; empty for all
    /// @param limit how many of the largest are told one by one
    /// @throws UserError where the crawl was not judged
    public static Concentration of(Store store, LocalDate crawl, Optional<String> tld, long limit) {
        Manifest manifest = JudgedCrawl.of(store, crawl);
        try (Warehouse warehouse = Warehouse.confined(store, Limits.DEFAULT)) {
            for (Table<?> table : List.of(Table.FRAME, Table.DOMAIN_VERDICTS)) {
                warehouse.view(table.name(), store, List.of(manifest));
            }
            String below = tld.map(label -> "." + label).orElse("");
            warehouse.run(Question.named(Concentration.class, "holders")
                    .value("below", below)
                    .build());
            Question curve = Question.named(Concentration.class, "curve")
                    .value("limit", limit)
                    .build();
            List<Holder> holders = warehouse.ask(
                    curve, row -> new Holder(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)));
            return warehouse
                    .ask(
                            Question.named(Concentration.class, "sums")
                                    .value("below", below)
                                    .build(),
                            row -> new Concentration(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    holders,
                                    warehouse.recipe().then(curve)))
                    .getFirst();
        }
    }

    /// All domains that were to be measured.
    public long frame() {
        return domains + unmeasured + notApplicable;
    }

    /// The Gini coefficient of domains over providers: 0 where all have as many, near 1 where one has nearly all.
    ///
    /// @return empty where there is no provider
    public OptionalDouble gini() {
        return providers == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((providers + 1.0 - 2.0 * weight / domains) / providers);
    }

    /// What the largest hold together.
    ///
    /// @param places how many of them; all where there are fewer
    /// @return empty where the curve has no point there, or there is no provider
    public Optional<Holder> top(long places) {
        long last = Math.min(places, providers);
        return holders.stream().filter(holder -> holder.place() == last).findFirst();
    }
}
