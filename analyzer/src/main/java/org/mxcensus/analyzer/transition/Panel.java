package org.mxcensus.analyzer.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Recipe;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Trends of all domains beside those of the constant panel: the domains that every one of the crawls was to measure.
///
/// The share of all domains also moves by who comes and who goes; that of the panel by what its domains do.
public final class Panel {
    private Panel() {}

    /// A point for each crawl and mechanism, by crawl, then mechanism.
    ///
    /// @param crawls judged crawls, oldest first
    /// @param tld only domains below it; empty for all
    /// @throws UserError where one of the crawls was not judged
    public static List<PanelPoint> points(Store store, List<LocalDate> crawls, Optional<String> tld) {
        return points(store, crawls, tld, Limits.DEFAULT);
    }

    /// The same within given limits.
    public static List<PanelPoint> points(Store store, List<LocalDate> crawls, Optional<String> tld, Limits limits) {
        return trend(store, crawls, tld, limits).points();
    }

    /// The same with how they are made.
    public static PanelTrend trend(Store store, List<LocalDate> crawls, Optional<String> tld, Limits limits) {
        List<Manifest> manifests =
                crawls.stream().map(crawl -> JudgedCrawl.of(store, crawl)).toList();
        List<PanelPoint> points = new ArrayList<>();
        if (manifests.isEmpty()) {
            return new PanelTrend(points, new Recipe(List.of()));
        }
        try (Warehouse warehouse = Warehouse.confined(store, limits)) {
            warehouse.view("frames", Table.FRAME.name(), store, manifests);
            warehouse.run(Question.named(Panel.class, "panel")
                    .piece("crawls", Integer.toString(manifests.size()))
                    .build());
            Standings standings = new Standings(store, warehouse);
            for (int i = 0; i < manifests.size(); i++) {
                standings.view(view(i), manifests.get(i));
                points.addAll(points(warehouse, crawls.get(i), view(i), tld));
            }
            return new PanelTrend(points, recipe(warehouse.recipe(), crawls, tld));
        }
    }

    private static Recipe recipe(Recipe views, List<LocalDate> crawls, Optional<String> tld) {
        Recipe recipe = views;
        List<String> counts = new ArrayList<>();
        for (LocalDate crawl : crawls) {
            String view = view(counts.size());
            recipe = recipe.keep("counts_of_" + view, counts(view, tld));
            counts.add("SELECT DATE '%s' AS crawl, * FROM counts_of_%s".formatted(crawl, view));
        }
        return recipe.then(Question.named(Panel.class, "panel_trend")
                .piece("counts", String.join("\n    UNION ALL\n    ", counts))
                .build());
    }

    /// The standings in a crawl.
    private static String view(int place) {
        return "crawl_" + place;
    }

    private static Question counts(String view, Optional<String> tld) {
        return Question.named(Panel.class, "panel_counts")
                .piece("view", view)
                .piece(
                        "standings",
                        Standings.each(mechanism ->
                                "{'mechanism': '%s', 'standing': %s}".formatted(mechanism.name(), mechanism.id())))
                .value("tld", tld.orElse(""))
                .build();
    }

    private static List<PanelPoint> points(Warehouse warehouse, LocalDate crawl, String view, Optional<String> tld) {
        Map<Mechanism, PanelPoint> points = new EnumMap<>(Mechanism.class);
        for (Mechanism mechanism : Mechanism.values()) {
            points.put(mechanism, new PanelPoint(crawl, mechanism, Tally.NONE, Tally.NONE));
        }
        warehouse
                .ask(counts(view, tld), row -> {
                    Standing standing = Standing.valueOf(row.getString(2));
                    return new PanelPoint(
                            crawl,
                            Mechanism.valueOf(row.getString(1)),
                            Tally.NONE.plus(standing, row.getLong(3)),
                            Tally.NONE.plus(standing, row.getLong(4)));
                })
                .forEach(point -> points.merge(point.mechanism(), point, PanelPoint::plus));
        return List.copyOf(points.values());
    }
}
