package org.mxcensus.dashboard;

import static org.mxcensus.dashboard.publish.Reveals.AGGREGATES;
import static org.mxcensus.dashboard.publish.Reveals.DOMAINS;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.dashboard.api.Api;
import org.mxcensus.dashboard.api.ApiRoutes;
import org.mxcensus.dashboard.api.Endpoint;
import org.mxcensus.dashboard.assets.Assets;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.live.Live;
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
import org.mxcensus.dashboard.page.Tiles;
import org.mxcensus.dashboard.page.TldsPage;
import org.mxcensus.dashboard.page.Topics;
import org.mxcensus.dashboard.page.TransitionsPage;
import org.mxcensus.dashboard.page.WhatIfPage;
import org.mxcensus.dashboard.publish.Gate;
import org.mxcensus.dashboard.publish.PublishedCensus;
import org.mxcensus.dashboard.query.Subjects;

/// Every address that is answered, each with the tier from which on it is there for outsiders.
final class Routes {
    private Routes() {}

    /// @param everything that there is
    /// @param tier how much of it outsiders see
    /// @param live tells who listens
    static void add(JavalinDefaultRoutingApi routes, Census everything, Tier tier, Live live) {
        Census census = PublishedCensus.of(everything, tier);
        Assets assets = Assets.load(Texts.scripts(), Tiles.style());
        Pages pages = new Pages(new Frames(census, assets, tier));
        Charts charts = new Charts(census);
        Subjects subjects = new Subjects(census);
        GroupPage groups = new GroupPage(census, charts, pages);
        List<Endpoint> endpoints = Api.endpoints(census);
        List<Endpoint> published = endpoints.stream()
                .filter(endpoint -> tier.allows(endpoint.reveals()))
                .toList();
        Articles articles = new Articles(census, published, pages);
        Topics topics = new Topics(routes, pages);

        routes.before(Headers::add);
        new Gate(tier).add(routes);

        routes.get("/", new OverviewPage(census, charts, pages)::show, AGGREGATES);
        routes.get("/tld/{tld}", groups::tld, AGGREGATES);
        routes.get("/provider/{provider}", groups::provider, AGGREGATES);
        routes.get("/domain/{name}", new DomainPage(census, pages)::show, DOMAINS);
        routes.get("/host/{name}", new HostPage(census, pages)::show, DOMAINS);
        routes.get(Live.PATH, live::listen, AGGREGATES);
        routes.get("/search", new SearchPage(census, pages)::show, AGGREGATES);

        TldsPage tlds = new TldsPage(census, pages);
        routes.get("/tlds", tlds::show, AGGREGATES);
        routes.get("/embed/tlds", tlds::embed, AGGREGATES);
        topics.add("/chart", new ChartPage(census, charts)::topic, AGGREGATES);
        topics.add("/compare", new ComparePage(census, charts)::topic, AGGREGATES);
        topics.add("/providers", new ProvidersPage(census, subjects)::topic, AGGREGATES);
        topics.add("/problems", new ProblemsPage(census, subjects)::topic, AGGREGATES);
        topics.add("/what-if", new WhatIfPage(census, subjects)::topic, AGGREGATES);
        topics.add("/transitions", new TransitionsPage(census, subjects, tier)::topic, AGGREGATES);
        topics.add("/reconcile", new ReconcilePage(census, subjects)::topic, AGGREGATES);

        routes.get("/metrics", new MetricsPage(pages)::show, AGGREGATES);
        routes.get("/methodology", articles::methodology, AGGREGATES);
        routes.get("/downloads", articles::downloads, AGGREGATES);
        routes.get("/about-scanner", articles::scanner, AGGREGATES);
        routes.get("/api", new ApiPage(published, pages)::show, AGGREGATES);
        routes.get("/assets/{digest}/{name}", new AssetPage(assets)::show, AGGREGATES);
        new ApiRoutes(census, endpoints, published).add(routes);

        routes.get("/*", Refusals::noSuchAddress, AGGREGATES);
        new Refusals(pages, tier).add(routes);
    }
}
