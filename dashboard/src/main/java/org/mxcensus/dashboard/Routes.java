package org.mxcensus.dashboard;

import io.javalin.router.JavalinDefaultRoutingApi;
import org.mxcensus.dashboard.api.Api;
import org.mxcensus.dashboard.assets.Assets;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.page.AssetPage;
import org.mxcensus.dashboard.page.DomainPage;
import org.mxcensus.dashboard.page.Frames;
import org.mxcensus.dashboard.page.GroupPage;
import org.mxcensus.dashboard.page.HostPage;
import org.mxcensus.dashboard.page.MetricsPage;
import org.mxcensus.dashboard.page.OverviewPage;
import org.mxcensus.dashboard.page.Pages;
import org.mxcensus.dashboard.page.SearchPage;

/// Every address that is answered.
final class Routes {
    private Routes() {}

    static void add(JavalinDefaultRoutingApi routes, Census census) {
        Assets assets = Assets.load();
        Pages pages = new Pages(new Frames(census, assets));
        GroupPage groups = new GroupPage(census, pages);
        Api api = new Api(census);

        routes.before(Headers::add);

        routes.get("/", new OverviewPage(census, pages)::show);
        routes.get("/tld/{tld}", groups::tld);
        routes.get("/provider/{provider}", groups::provider);
        routes.get("/domain/{name}", new DomainPage(census, pages)::show);
        routes.get("/host/{name}", new HostPage(census, pages)::show);
        routes.get("/metrics", new MetricsPage(pages)::show);
        routes.get("/search", new SearchPage(census, pages)::show);
        routes.get("/assets/{digest}/{name}", new AssetPage(assets)::show);

        routes.get("/api/v1/crawls", api::crawls);
        routes.get("/api/v1/metrics", api::metrics);
        routes.get("/api/v1/adoption", api::adoption);
        routes.get("/api/v1/adoption.csv", api::adoptionCsv);
        routes.get("/api/v1/tlds", api::tlds);
        routes.get("/api/v1/providers", api::providers);
        routes.get("/api/v1/domains/{name}", api::domain);
        routes.get("/api/v1/hosts/{name}", api::host);
        routes.get("/api/v1/search", api::search);

        routes.get("/*", Refusals::noSuchAddress);
        new Refusals(pages).add(routes);
    }
}
