package org.mxcensus.dashboard.query;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;

/// The few groups that a request wants to see side by side.
///
/// @param census where their figures are
public record Groups(Census census) {
    /// As many as can be told apart on one chart.
    private static final int MOST = 6;

    /// The one metric that is compared; DANE where none is named.
    public static Metric metric(Context context, Weighting weighting) {
        return Parameters.METRIC.of(context).isEmpty()
                ? Metric.DANE
                : Parameters.metrics(context, weighting).getFirst();
    }

    /// The points of each group, by its key, oldest first; none for a group that no crawl has figures of.
    public Map<String, List<AdoptionPoint>> points(Context context, Metric metric, Weighting weighting) {
        Trends trends = census.statistics();
        String kind = Parameters.GROUP.of(context);
        List<String> keys = Parameters.KEYS.of(context);
        if (keys.size() > MOST) {
            throw new BadRequestResponse("Name at most %d in keys.".formatted(MOST));
        }
        Map<String, List<AdoptionPoint>> points = new LinkedHashMap<>();
        (keys.isEmpty() ? largest(trends, kind, weighting) : keys)
                .forEach(key -> points.put(
                        key,
                        trends.points(scope(kind, key), weighting, metric).stream()
                                .filter(point -> Parameters.between(context, point.crawl()))
                                .toList()));
        return points;
    }

    /// The group of a key.
    ///
    /// @param kind one of [Parameters#GROUP]
    public static Scope scope(String kind, String key) {
        return kind.equals("tld") ? new Scope.Tld(key) : new Scope.Provider(key);
    }

    private static List<String> largest(Trends trends, String kind, Weighting weighting) {
        List<ScopeRow> rows = kind.equals("tld") ? trends.tlds(weighting, MOST) : trends.providers(weighting, MOST);
        return rows.stream().map(row -> row.scope().key()).toList();
    }
}
