package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.analyzer.evidence.Hit;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameters;

/// `/search`: domains, MX hosts, providers and TLDs that begin with a text; goes straight to the only one.
///
/// @param census what is searched
/// @param pages renders it
public record SearchPage(Census census, Pages pages) {
    private static final int HITS = 20;

    public void show(Context context) {
        String query = Parameters.QUERY.of(context);
        String name = query.startsWith(".") ? query.substring(1) : query;
        List<Hit> hits = census.evidence().search(name, HITS);
        if (hits.size() == 1) {
            context.redirect(address(hits.getFirst()));
            return;
        }
        List<Found> found = hits.stream()
                .map(hit -> new Found(noun(hit), hit.key(), address(hit)))
                .toList();
        pages.show(
                context,
                "search.jte",
                Optional.ofNullable(context.queryParam("q")).orElse(""),
                Map.of("query", query, "hits", found));
    }

    /// @param kind such as `domain`
    public record Found(String kind, String name, String address) {}

    private static String noun(Hit hit) {
        return Texts.of("search.kind." + Parameters.id(hit.kind()));
    }

    private static String address(Hit hit) {
        return switch (hit.kind()) {
            case DOMAIN -> Addresses.domain(hit.key());
            case HOST -> Addresses.host(hit.key());
            case PROVIDER -> Addresses.provider(hit.key());
            case TLD -> Addresses.tld(hit.key());
        };
    }
}
