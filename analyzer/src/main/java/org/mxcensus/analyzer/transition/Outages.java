package org.mxcensus.analyzer.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// How often what domains deployed was broken, by what cause, and how long until it was repaired, over a row of
/// crawls.
///
/// An outage is what lies between two looks that found no fault. A crawl that could not tell, or that did not name
/// the domain, neither begins nor ends one.
public final class Outages {
    private final Warehouse warehouse;
    private final Mechanism mechanism;
    private final List<Manifest> crawls;

    private Outages(Warehouse warehouse, Mechanism mechanism, List<Manifest> crawls) {
        this.warehouse = warehouse;
        this.mechanism = mechanism;
        this.crawls = crawls;
    }

    /// All outages first, then those of each cause, the most frequent first; empty where there was none.
    ///
    /// @param crawls judged crawls, oldest first
    /// @param tld only domains below it; empty for all
    /// @throws UserError where one of the crawls was not judged, or the mechanism is there or not and never broken
    public static List<OutageTally> of(
            Store store, List<LocalDate> crawls, Mechanism mechanism, Optional<String> tld, Limits limits) {
        if (mechanism.cause().isEmpty()) {
            throw new UserError("%s is there or is not, and has no outages; name one of %s."
                    .formatted(
                            mechanism.title(),
                            Mechanism.breakable().map(Mechanism::id).collect(Collectors.joining(", "))));
        }
        List<Manifest> manifests =
                crawls.stream().map(crawl -> JudgedCrawl.of(store, crawl)).toList();
        if (manifests.isEmpty()) {
            return List.of();
        }
        try (Warehouse warehouse = Warehouse.inMemory(store, limits)) {
            Standings standings = new Standings(store, warehouse);
            manifests.forEach(manifest -> standings.view(view(manifest), manifest));
            return new Outages(warehouse, mechanism, manifests).tallies(tld);
        }
    }

    private List<OutageTally> tallies(Optional<String> tld) {
        String below = tld.map(name -> " AND tld = " + Question.quoted(name)).orElse("");
        warehouse.run(Question.named(Outages.class, "outage_domains")
                .piece(
                        "broken",
                        each(
                                crawl -> "SELECT domain FROM %s WHERE %s = 'BROKEN'%s"
                                        .formatted(view(crawl), mechanism.id(), below),
                                " UNION "))
                .build());
        warehouse.run(Question.named(Outages.class, "outage_standings")
                .piece("stood", each(this::stood, "\nUNION ALL\n"))
                .build());
        return warehouse.ask(Question.of(Outages.class, "outages"), Outages::tally);
    }

    private String each(Function<Manifest, String> piece, String between) {
        return crawls.stream().map(piece).collect(Collectors.joining(between));
    }

    /// Verdicts of an earlier version have no cause.
    private String stood(Manifest crawl) {
        String cause = mechanism.cause().orElseThrow();
        boolean known = warehouse.columns(view(crawl) + "_verdicts").contains(cause);
        return """
                SELECT s.domain, DATE '%1$s' AS day, s.%2$s AS standing, %3$s AS cause
                FROM %4$s AS s
                LEFT JOIN %4$s_verdicts AS v ON v.domain = s.domain
                WHERE s.domain IN (SELECT domain FROM broken)
                    AND s.%2$s IN ('WITHOUT', 'PARTIAL', 'BROKEN', 'WORKING')""".formatted(crawl.crawl(), mechanism.id(), known ? "v." + cause : "NULL::VARCHAR", view(crawl));
    }

    private static String view(Manifest crawl) {
        return "crawl_" + crawl.crawl().toString().replace('-', '_');
    }

    private static OutageTally tally(ResultSet row) throws SQLException {
        return new OutageTally(
                row.getBoolean("all_causes"),
                Optional.ofNullable(row.getString("cause")),
                row.getLong("outages"),
                row.getLong("begun"),
                row.getLong("repaired"),
                row.getLong("withdrawn"),
                row.getLong("followed"),
                row.getInt("shortest"),
                row.getInt("longest"));
    }
}
