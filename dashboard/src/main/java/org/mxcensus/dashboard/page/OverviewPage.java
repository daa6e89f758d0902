package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.util.Map;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.NothingYet;

/// `/`: how the mail of all domains is protected, over all crawls, and who the domains are.
///
/// @param census what is shown
/// @param pages renders it
public record OverviewPage(Census census, Pages pages) {
    private static final int ROWS = 100;
    private static final Scope ALL = new Scope.All();

    public void show(Context context) {
        Trends trends = census.statistics();
        Weighting weighting = Weighting.DOMAINS;
        ScopeRow row = trends.newest(ALL, weighting).orElseThrow(() -> new NothingYet(census.absence()));
        pages.show(
                context,
                "overview.jte",
                Map.of(
                        "lead",
                        "%s domains in the crawl of %s. What could not be measured is shown as unmeasured, never as no."
                                .formatted(Numbers.count(row.frame()), row.crawl()),
                        "headlines",
                        Headlines.of(row, Headlines.MECHANISMS),
                        "figure",
                        Figures.of(
                                "Adoption over time",
                                ALL,
                                weighting,
                                Headlines.MECHANISMS,
                                trends.points(ALL, weighting)),
                        "tlds",
                        Leagues.tlds(trends.tlds(weighting, ROWS), weighting),
                        "providers",
                        Leagues.providers(trends.providers(weighting, ROWS), weighting)));
    }
}
