package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import org.mxcensus.analyzer.evidence.HostEvidence;
import org.mxcensus.analyzer.evidence.HostUsers;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.datasets.schema.HostProviderRow;

/// `/host/{name}`: everything that was seen of an MX host, and who uses it.
///
/// @param census what is shown
/// @param pages renders it
public record HostPage(Census census, Pages pages) {
    private static final int USERS = 50;

    public void show(Context context) {
        String name = Parameters.normal(context.pathParam("name"));
        HostEvidence evidence =
                census.evidence().host(name).orElseThrow(() -> new NotFoundResponse(Texts.of("host.absent", name)));
        HostUsers users = census.evidence().usersOf(name, USERS);
        pages.show(
                context,
                "host.jte",
                Map.of(
                        "crawl", Numbers.date(evidence.crawl()),
                        "provider",
                                evidence.provider()
                                        .map(HostProviderRow::provider)
                                        .orElse(""),
                        "view", HostView.of(evidence),
                        "users", users,
                        "timeline", HostTimeline.of(census.evidence().hostHistory(name))));
    }
}
