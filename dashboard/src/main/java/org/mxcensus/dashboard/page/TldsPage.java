package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Groups;
import org.mxcensus.dashboard.query.Order;
import org.mxcensus.dashboard.query.Parameters;

/// `/tlds`: the country codes as a map of tiles, and all top-level domains as a table in any order.
///
/// @param census where the figures are
/// @param pages renders it
public record TldsPage(Census census, Pages pages) {
    /// More than there are top-level domains.
    static final int ALL = 10_000;

    private static final int ROWS = 200;

    /// `/tlds`
    public void show(Context context) {
        Weighting weighting = Parameters.WEIGHTING.of(context);
        Metric metric = Groups.metric(context, weighting);
        Order order = Order.PARAMETER.of(context);
        Trends trends = census.statistics();
        List<ScopeRow> rows = trends.tlds(weighting, ALL);
        TileMap map = map(trends, metric, weighting, rows);
        pages.show(
                context,
                "tlds.jte",
                Map.of(
                        "lead",
                        Texts.of(
                                "tlds.lead",
                                Numbers.count(rows.size()),
                                trends.newestCrawl().orElseThrow()),
                        "controls",
                        controls(context, metric, weighting),
                        "map",
                        map,
                        "sheet",
                        sheet(rows, metric, weighting, order)));
    }

    /// `/embed/tlds`: the map alone.
    public void embed(Context context) {
        Weighting weighting = Parameters.WEIGHTING.of(context);
        Metric metric = Groups.metric(context, weighting);
        Trends trends = census.statistics();
        pages.show(
                context, "embed-tiles.jte", Map.of("map", map(trends, metric, weighting, trends.tlds(weighting, ALL))));
    }

    private static TileMap map(Trends trends, Metric metric, Weighting weighting, List<ScopeRow> rows) {
        return TileMap.of(trends.newestCrawl().orElseThrow(), metric, weighting, rows);
    }

    private static List<Control> controls(Context context, Metric metric, Weighting weighting) {
        return List.of(Controls.metric(context, metric, weighting), Controls.weighting(context));
    }

    private static Sheet sheet(List<ScopeRow> rows, Metric metric, Weighting weighting, Order order) {
        List<Metric> metrics = Stream.concat(
                        Stream.of(metric), Headlines.having(weighting, Headlines.MECHANISMS).stream())
                .distinct()
                .toList();
        List<ScopeRow> first =
                rows.stream().sorted(order.comparator()).limit(ROWS).toList();
        Sheet sheet = Leagues.sheet(
                Leagues.tlds(first, weighting, metrics), Texts.of("tlds.table", first.size(), rows.size()));
        List<String> keys = Stream.concat(
                        Stream.of(Order.NAME, Order.SIZE), metrics.stream().map(Metric::id))
                .toList();
        return sheet.ordered(
                keys, order, Address.of("/tlds").with("metric", metric.id()).with("weighting", weighting.id()));
    }
}
