package org.mxcensus.dashboard.api;

import static org.mxcensus.dashboard.query.Parameters.DOMAIN;
import static org.mxcensus.dashboard.query.Parameters.HOST;
import static org.mxcensus.dashboard.query.Parameters.QUERY;

import java.util.List;
import org.mxcensus.analyzer.evidence.Hit;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.dashboard.census.Census;

/// Addresses of the API: single domains and MX hosts, and where names are found.
final class ApiNames {
    private ApiNames() {}

    static List<Endpoint> endpoints(Census census) {
        Documents documents = new Documents(census);
        return List.of(
                Endpoint.document(
                        "/api/v1/domains/{name}",
                        Tier.DOMAINS,
                        "All evidence and verdicts of a domain, and its verdicts in all crawls.",
                        documents::domain,
                        DOMAIN),
                Endpoint.document(
                        "/api/v1/hosts/{name}",
                        Tier.DOMAINS,
                        "All evidence and verdicts of an MX host, and the domains that use it.",
                        documents::host,
                        HOST),
                Endpoint.table(
                        "/api/v1/search",
                        Tier.AGGREGATES,
                        "Domains, MX hosts, providers and TLDs that begin with a text.",
                        Hit.class,
                        documents::search,
                        QUERY,
                        Documents.LIMIT));
    }
}
