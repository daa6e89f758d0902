package org.mxcensus.dashboard;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.mxcensus.dashboard.api.Api;
import org.mxcensus.dashboard.api.ApiRoutes;
import org.mxcensus.dashboard.api.Endpoint;
import org.mxcensus.dashboard.assets.Assets;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.page.ApiPage;
import org.mxcensus.dashboard.page.Articles;
import org.mxcensus.dashboard.page.AssetPage;
import org.mxcensus.dashboard.page.ChartPage;
import org.mxcensus.dashboard.page.Charts;
import org.mxcensus.dashboard.page.ComparePage;
import org.mxcensus.dashboard.page.DomainPage;
import org.mxcensus.dashboard.page.Frames;
import org.mxcensus.dashboard.page.GroupPage;
import org.mxcensus.dashboard.page.HostPage;
import org.mxcensus.dashboard.page.MetricsPage;
import org.mxcensus.dashboard.page.OverviewPage;
import org.mxcensus.dashboard.page.Pages;
import org.mxcensus.dashboard.page.ProblemsPage;
import org.mxcensus.dashboard.page.ProvidersPage;
import org.mxcensus.dashboard.page.ReconcilePage;
import org.mxcensus.dashboard.page.SearchPage;
import org.mxcensus.dashboard.page.Texts;
import org.mxcensus.dashboard.page.TldsPage;
import org.mxcensus.dashboard.page.Topics;
import org.mxcensus.dashboard.page.TransitionsPage;
import org.mxcensus.dashboard.page.WhatIfPage;
import org.mxcensus.dashboard.query.Subjects;

/// Every address that is answered.
final class Routes {
    private Routes() {}

    static void add(JavalinDefaultRoutingApi routes, Census census) {
        Assets assets = Assets.load(Texts.script());
        Pages pages = new Pages(new Frames(census, assets));
        Charts charts = new Charts(census);
        Subjects subjects = new Subjects(census);
        GroupPage groups = new GroupPage(census, charts, pages);
        List<Endpoint> endpoints = Api.endpoints(census);
        Articles articles = new Articles(census, endpoints, pages);
        Topics topics = new Topics(routes, pages);

        routes.before(Headers::add);

        routes.get("/", new OverviewPage(census, charts, pages)::show);
        routes.get("/tld/{tld}", groups::tld);
        routes.get("/provider/{provider}", groups::provider);
        routes.get("/domain/{name}", new DomainPage(census, pages)::show);
        routes.get("/host/{name}", new HostPage(census, pages)::show);
        routes.get("/search", new SearchPage(census, pages)::show);

        routes.get("/tlds", new TldsPage(census, pages)::show);
        topics.add("/chart", new ChartPage(census, charts)::topic);
        topics.add("/compare", new ComparePage(census, charts)::topic);
        topics.add("/providers", new ProvidersPage(census, subjects)::topic);
        topics.add("/problems", new ProblemsPage(census, subjects)::topic);
        topics.add("/what-if", new WhatIfPage(census, subjects)::topic);
        topics.add("/transitions", new TransitionsPage(census, subjects)::topic);
        topics.add("/reconcile", new ReconcilePage(census, subjects)::topic);

        routes.get("/metrics", new MetricsPage(pages)::show);
        routes.get("/methodology", articles::methodology);
        routes.get("/downloads", articles::downloads);
        routes.get("/about-scanner", articles::scanner);
        routes.get("/api", new ApiPage(endpoints, pages)::show);
        routes.get("/assets/{digest}/{name}", new AssetPage(assets)::show);
        new ApiRoutes(census, endpoints).add(routes);

        routes.get("/*", Refusals::noSuchAddress);
        new Refusals(pages).add(routes);
    }
}
