package org.mxcensus.dashboard;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.mxcensus.dashboard.api.Api;
import org.mxcensus.dashboard.api.ApiRoutes;
import org.mxcensus.dashboard.api.Endpoint;
import org.mxcensus.dashboard.assets.Assets;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.page.ApiPage;
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
        List<Endpoint> endpoints = Api.endpoints(census);

        routes.before(Headers::add);

        routes.get("/", new OverviewPage(census, pages)::show);
        routes.get("/tld/{tld}", groups::tld);
        routes.get("/provider/{provider}", groups::provider);
        routes.get("/domain/{name}", new DomainPage(census, pages)::show);
        routes.get("/host/{name}", new HostPage(census, pages)::show);
        routes.get("/api", new ApiPage(endpoints, pages)::show);
        routes.get("/metrics", new MetricsPage(pages)::show);
        routes.get("/search", new SearchPage(census, pages)::show);
        routes.get("/assets/{digest}/{name}", new AssetPage(assets)::show);

        new ApiRoutes(census, endpoints).add(routes);

        routes.get("/*", Refusals::noSuchAddress);
        new Refusals(pages).add(routes);
    }
}
