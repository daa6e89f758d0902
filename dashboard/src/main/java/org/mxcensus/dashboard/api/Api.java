package org.mxcensus.dashboard.api;

import static org.mxcensus.dashboard.query.Parameters.AFTER;
import static org.mxcensus.dashboard.query.Parameters.BEFORE;
import static org.mxcensus.dashboard.query.Parameters.CRAWL;
import static org.mxcensus.dashboard.query.Parameters.DOMAIN;
import static org.mxcensus.dashboard.query.Parameters.EVENT;
import static org.mxcensus.dashboard.query.Parameters.FROM;
import static org.mxcensus.dashboard.query.Parameters.GROUP;
import static org.mxcensus.dashboard.query.Parameters.HOST;
import static org.mxcensus.dashboard.query.Parameters.KEY;
import static org.mxcensus.dashboard.query.Parameters.KEYS;
import static org.mxcensus.dashboard.query.Parameters.KIND;
import static org.mxcensus.dashboard.query.Parameters.LEVER;
import static org.mxcensus.dashboard.query.Parameters.MECHANISM;
import static org.mxcensus.dashboard.query.Parameters.MENDED;
import static org.mxcensus.dashboard.query.Parameters.METRIC;
import static org.mxcensus.dashboard.query.Parameters.OFFSET;
import static org.mxcensus.dashboard.query.Parameters.PARTY;
import static org.mxcensus.dashboard.query.Parameters.QUERY;
import static org.mxcensus.dashboard.query.Parameters.SCOPE;
import static org.mxcensus.dashboard.query.Parameters.SINCE;
import static org.mxcensus.dashboard.query.Parameters.TLD;
import static org.mxcensus.dashboard.query.Parameters.TO;
import static org.mxcensus.dashboard.query.Parameters.UNTIL;
import static org.mxcensus.dashboard.query.Parameters.WEIGHTING;

import java.util.List;
import org.mxcensus.analyzer.concentration.Holder;
import org.mxcensus.analyzer.evidence.Hit;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Figures;
import org.mxcensus.dashboard.query.Subjects;

/// Every address of the API.
public final class Api {
    private Api() {}

    /// The one list of them, in the order in which people read about them.
    public static List<Endpoint> endpoints(Census census) {
        Subjects subjects = new Subjects(census);
        Calendar calendar = new Calendar(census);
        Largest largest = new Largest(census);
        Comparisons comparisons = new Comparisons(census);
        Problems problems = new Problems(census, subjects);
        WhatIfs whatIfs = new WhatIfs(census, subjects);
        Flows flows = new Flows(census, subjects);
        Concentrations concentrations = new Concentrations(census, subjects);
        Reconciliations reconciliations = new Reconciliations(census, subjects);
        Documents documents = new Documents(census);
        return List.of(
                Endpoint.table(
                        "/api/v1/crawls",
                        "The crawls that there are figures of, oldest first.",
                        Calendar.CrawlLine.class,
                        calendar::crawls),
                Endpoint.table(
                        "/api/v1/metrics",
                        "What is counted, and by which standard.",
                        MetricNote.class,
                        calendar::metrics),
                Endpoint.table(
                        "/api/v1/events",
                        "What happened in the world and in our method, in the order of the days.",
                        Calendar.Marked.class,
                        calendar::events,
                        SINCE,
                        UNTIL,
                        KIND,
                        OFFSET,
                        Calendar.LIMIT),
                Endpoint.table(
                        "/api/v1/adoption",
                        "The figures of a group over all crawls.",
                        Adoption.Line.class,
                        context -> Adoption.answer(census, context),
                        SCOPE,
                        KEY,
                        WEIGHTING,
                        METRIC,
                        Figures.PANEL,
                        SINCE,
                        UNTIL),
                Endpoint.table(
                        "/api/v1/compare",
                        "One metric of up to six TLDs or providers over all crawls; the six largest where none is"
                                + " named.",
                        Comparisons.Compared.class,
                        comparisons::answer,
                        GROUP,
                        KEYS,
                        METRIC,
                        WEIGHTING,
                        SINCE,
                        UNTIL),
                Endpoint.table(
                        "/api/v1/tlds",
                        "The top-level domains of the newest crawl, largest first, with the crawl before.",
                        Adoption.Line.class,
                        context -> largest.answer(context, Trends::tlds),
                        WEIGHTING,
                        METRIC,
                        OFFSET,
                        Largest.LIMIT),
                Endpoint.table(
                        "/api/v1/providers",
                        "The providers of the newest crawl, largest first, with the crawl before.",
                        Adoption.Line.class,
                        context -> largest.answer(context, Trends::providers),
                        WEIGHTING,
                        METRIC,
                        OFFSET,
                        Largest.LIMIT),
                Endpoint.table(
                        "/api/v1/concentration",
                        "With how few providers the mail lies: the largest, and points of the curve.",
                        Holder.class,
                        concentrations::answer,
                        CRAWL,
                        TLD,
                        OFFSET,
                        Concentrations.LIMIT),
                Endpoint.table(
                        "/api/v1/problems",
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
                        "The figures of a crawl by the definitions of others.",
                        Reconciliations.Defined.class,
                        reconciliations::definitions,
                        CRAWL,
                        TLD,
                        OFFSET,
                        Reconciliations.LIMIT),
                Endpoint.table(
                        "/api/v1/reconcile",
                        "The way from the figure of one definition to that of another, a rule at a time.",
                        Reconciliations.Fall.class,
                        reconciliations::waterfall,
                        CRAWL,
                        TLD,
                        FROM,
                        TO,
                        OFFSET,
                        Reconciliations.LIMIT),
                Endpoint.document(
                        "/api/v1/domains/{name}",
                        "All evidence and verdicts of a domain, and its verdicts in all crawls.",
                        documents::domain,
                        DOMAIN),
                Endpoint.document(
                        "/api/v1/hosts/{name}",
                        "All evidence and verdicts of an MX host, and the domains that use it.",
                        documents::host,
                        HOST),
                Endpoint.table(
                        "/api/v1/search",
                        "Domains, MX hosts, providers and TLDs that begin with a text.",
                        Hit.class,
                        documents::search,
                        QUERY,
                        Documents.LIMIT));
    }
}
