package org.mxcensus.dashboard.api;

import static org.mxcensus.dashboard.query.Parameters.AFTER;
import static org.mxcensus.dashboard.query.Parameters.BEFORE;
import static org.mxcensus.dashboard.query.Parameters.CRAWL;
import static org.mxcensus.dashboard.query.Parameters.EVENT;
import static org.mxcensus.dashboard.query.Parameters.FROM;
import static org.mxcensus.dashboard.query.Parameters.LEVER;
import static org.mxcensus.dashboard.query.Parameters.MECHANISM;
import static org.mxcensus.dashboard.query.Parameters.MENDED;
import static org.mxcensus.dashboard.query.Parameters.OFFSET;
import static org.mxcensus.dashboard.query.Parameters.PARTY;
import static org.mxcensus.dashboard.query.Parameters.TLD;
import static org.mxcensus.dashboard.query.Parameters.TO;

import java.util.List;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Subjects;

/// Addresses of the API: what is worked out over whole crawls.
final class ApiAnalyses {
    private ApiAnalyses() {}

    static List<Endpoint> endpoints(Census census) {
        Subjects subjects = new Subjects(census);
        Problems problems = new Problems(census, subjects);
        WhatIfs whatIfs = new WhatIfs(census, subjects);
        Flows flows = new Flows(census, subjects);
        Reconciliations reconciliations = new Reconciliations(census, subjects);
        return List.of(
                Endpoint.table(
                        "/api/v1/problems",
                        Tier.AGGREGATES,
                        "Why DANE and MTA-STS do not work where they were meant to, by how many domains one repair"
                                + " heals.",
                        Problems.Problem.class,
                        problems::answer,
                        CRAWL,
                        TLD,
                        MENDED,
                        PARTY,
                        OFFSET,
                        Problems.LIMIT),
                Endpoint.table(
                        "/api/v1/what-if",
                        Tier.AGGREGATES,
                        "How the domains of each provider's or DNS operator's customers would stand if it did"
                                + " something.",
                        WhatIfs.Gain.class,
                        whatIfs::gains,
                        CRAWL,
                        TLD,
                        LEVER,
                        OFFSET,
                        WhatIfs.LIMIT),
                Endpoint.table(
                        "/api/v1/what-if/curve",
                        Tier.AGGREGATES,
                        "How all domains would stand if one provider or DNS operator after another did it.",
                        WhatIfs.Point.class,
                        whatIfs::curve,
                        CRAWL,
                        TLD,
                        LEVER,
                        OFFSET,
                        WhatIfs.LIMIT),
                Endpoint.table(
                        "/api/v1/transitions",
                        Tier.AGGREGATES,
                        "How many domains went from which standing to which between two crawls.",
                        Flows.Flow.class,
                        flows::flows,
                        BEFORE,
                        AFTER,
                        MECHANISM,
                        TLD,
                        OFFSET,
                        Flows.LIMIT),
                Endpoint.table(
                        "/api/v1/transitions/domains",
                        Tier.DOMAINS,
                        "The domains behind an event, by name.",
                        Flows.Named.class,
                        flows::domains,
                        BEFORE,
                        AFTER,
                        MECHANISM,
                        EVENT,
                        TLD,
                        OFFSET,
                        Flows.LIMIT),
                Endpoint.table(
                        "/api/v1/transitions/moves",
                        Tier.AGGREGATES,
                        "How many domains went from which provider to which between two crawls.",
                        Flows.Moved.class,
                        flows::moves,
                        BEFORE,
                        AFTER,
                        TLD,
                        OFFSET,
                        Flows.LIMIT),
                Endpoint.table(
                        "/api/v1/definitions",
                        Tier.AGGREGATES,
                        "The figures of a crawl by the definitions of others.",
                        Reconciliations.Defined.class,
                        reconciliations::definitions,
                        CRAWL,
                        TLD,
                        OFFSET,
                        Reconciliations.LIMIT),
                Endpoint.table(
                        "/api/v1/reconcile",
                        Tier.AGGREGATES,
                        "The way from the figure of one definition to that of another, a rule at a time.",
                        Reconciliations.Fall.class,
                        reconciliations::waterfall,
                        CRAWL,
                        TLD,
                        FROM,
                        TO,
                        OFFSET,
                        Reconciliations.LIMIT));
    }
}
