package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.NothingYet;

/// `/`: how the mail of all domains is protected, over all crawls, and who the domains are.
///
/// @param census what is shown
/// @param charts makes its chart
/// @param pages renders it
public record OverviewPage(Census census, Charts charts, Pages pages) {
    private static final int ROWS = 100;
    private static final Scope ALL = new Scope.All();

    public void show(Context context) {
        Trends trends = census.statistics();
        Weighting weighting = Weighting.DOMAINS;
        ScopeRow row = trends.newest(ALL, weighting).orElseThrow(() -> new NothingYet(census.absence()));
        List<AdoptionPoint> points = trends.points(ALL, weighting);
        pages.show(
                context,
                "overview.jte",
                Map.of(
                        "lead",
                        Texts.of("overview.lead", Numbers.count(row.frame()), row.crawl()),
                        "progress",
                        Progress.sentence(census.underWay()),
                        "headlines",
                        Headlines.of(row, Headlines.MECHANISMS, points),
                        "chart",
                        charts.trend(Texts.of("overview.figure"), ALL, weighting, Headlines.MECHANISMS, points),
                        "tlds",
                        Leagues.tlds(trends.tlds(weighting, ROWS), weighting),
                        "providers",
                        Leagues.providers(trends.providers(weighting, ROWS), weighting)));
    }
}
