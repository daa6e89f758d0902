package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.evidence.DomainEvidence;
import org.mxcensus.analyzer.evidence.DomainHistory;
import org.mxcensus.analyzer.evidence.Hit;
import org.mxcensus.analyzer.evidence.HostEvidence;
import org.mxcensus.analyzer.evidence.HostUsers;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;

/// Single domains and hosts, and where they are found.
///
/// @param census where the evidence is
record Documents(Census census) {
    static final Parameter<Integer> LIMIT = Parameters.limit(20);
    private static final int USERS = 100;

    /// A domain in its newest crawl, and its verdicts in all.
    record DomainDocument(DomainEvidence newest, List<DomainHistory> history) {}

    /// A host in its newest crawl, and who uses it.
    record HostDocument(HostEvidence newest, HostUsers users) {}

    Answer domain(Context context) {
        String name = Parameters.DOMAIN.of(context);
        DomainEvidence newest = census.evidence()
                .domain(name)
                .orElseThrow(() -> new NotFoundResponse("No crawl has a domain %s in its frame.".formatted(name)));
        return Answer.of(new DomainDocument(newest, census.evidence().history(name)));
    }

    Answer host(Context context) {
        String name = Parameters.HOST.of(context);
        HostEvidence newest = census.evidence()
                .host(name)
                .orElseThrow(() -> new NotFoundResponse("No crawl has probed an MX host %s.".formatted(name)));
        return Answer.of(new HostDocument(newest, census.evidence().usersOf(name, USERS)));
    }

    Answer search(Context context) {
        List<Hit> hits = census.evidence().search(Parameters.QUERY.of(context), LIMIT.of(context));
        return new Answer(Map.of("hits", hits), hits);
    }
}
