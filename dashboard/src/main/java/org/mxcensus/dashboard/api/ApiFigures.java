package org.mxcensus.dashboard.api;

import static org.mxcensus.dashboard.query.Parameters.CRAWL;
import static org.mxcensus.dashboard.query.Parameters.GROUP;
import static org.mxcensus.dashboard.query.Parameters.KEY;
import static org.mxcensus.dashboard.query.Parameters.KEYS;
import static org.mxcensus.dashboard.query.Parameters.KIND;
import static org.mxcensus.dashboard.query.Parameters.METRIC;
import static org.mxcensus.dashboard.query.Parameters.OFFSET;
import static org.mxcensus.dashboard.query.Parameters.SCOPE;
import static org.mxcensus.dashboard.query.Parameters.SINCE;
import static org.mxcensus.dashboard.query.Parameters.TLD;
import static org.mxcensus.dashboard.query.Parameters.UNTIL;
import static org.mxcensus.dashboard.query.Parameters.WEIGHTING;

import java.util.List;
import org.mxcensus.analyzer.concentration.Holder;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Figures;
import org.mxcensus.dashboard.query.Subjects;

/// Addresses of the API: what there are figures of, and the figures.
final class ApiFigures {
    private ApiFigures() {}

    static List<Endpoint> endpoints(Census census) {
        Calendar calendar = new Calendar(census);
        Adoption adoption = new Adoption(census);
        Largest largest = new Largest(census);
        Comparisons comparisons = new Comparisons(census);
        Concentrations concentrations = new Concentrations(census, new Subjects(census));
        return List.of(
                Endpoint.table(
                        "/api/v1/crawls",
                        Tier.AGGREGATES,
                        "The crawls that there are figures of, oldest first.",
                        Calendar.CrawlLine.class,
                        calendar::crawls,
                        OFFSET,
                        Calendar.CRAWLS),
                Endpoint.table(
                        "/api/v1/metrics",
                        Tier.AGGREGATES,
                        "What is counted, and by which standard.",
                        MetricNote.class,
                        calendar::metrics),
                Endpoint.table(
                        "/api/v1/events",
                        Tier.AGGREGATES,
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
                        Tier.AGGREGATES,
                        "The figures of a group over all crawls.",
                        Adoption.Line.class,
                        adoption::answer,
                        SCOPE,
                        KEY,
                        WEIGHTING,
                        METRIC,
                        Figures.PANEL,
                        SINCE,
                        UNTIL,
                        OFFSET,
                        Adoption.LIMIT),
                Endpoint.table(
                        "/api/v1/compare",
                        Tier.AGGREGATES,
                        "One metric of up to six TLDs or providers over all crawls; the six largest where none is"
                                + " named.",
                        Comparisons.Compared.class,
                        comparisons::answer,
                        GROUP,
                        KEYS,
                        METRIC,
                        WEIGHTING,
                        SINCE,
                        UNTIL,
                        OFFSET,
                        Comparisons.LIMIT),
                Endpoint.table(
                        "/api/v1/tlds",
                        Tier.AGGREGATES,
                        "The top-level domains of the newest crawl, largest first, with the crawl before.",
                        Adoption.Line.class,
                        context -> largest.answer(context, Trends::tlds),
                        WEIGHTING,
                        METRIC,
                        OFFSET,
                        Largest.LIMIT),
                Endpoint.table(
                        "/api/v1/providers",
                        Tier.AGGREGATES,
                        "The providers of the newest crawl, largest first, with the crawl before.",
                        Adoption.Line.class,
                        context -> largest.answer(context, Trends::providers),
                        WEIGHTING,
                        METRIC,
                        OFFSET,
                        Largest.LIMIT),
                Endpoint.table(
                        "/api/v1/provider-groups",
                        Tier.AGGREGATES,
                        "The groups of providers of the newest crawl, largest first, with the crawl before.",
                        Adoption.Line.class,
                        context -> largest.answer(context, Trends::providerGroups),
                        WEIGHTING,
                        METRIC,
                        OFFSET,
                        Largest.LIMIT),
                Endpoint.table(
                        "/api/v1/dns-operators",
                        Tier.AGGREGATES,
                        "Who runs name servers, by the newest crawl, largest first, with the crawl before.",
                        Adoption.Line.class,
                        context -> largest.answer(context, Trends::dnsOperators),
                        WEIGHTING,
                        METRIC,
                        OFFSET,
                        Largest.LIMIT),
                Endpoint.table(
                        "/api/v1/issuers",
                        Tier.AGGREGATES,
                        "Who issued certificates of MX hosts, by the newest crawl, largest first, with the crawl before.",
                        Adoption.Line.class,
                        context -> largest.answer(context, Trends::issuers),
                        WEIGHTING,
                        METRIC,
                        OFFSET,
                        Largest.LIMIT),
                Endpoint.table(
                        "/api/v1/concentration",
                        Tier.AGGREGATES,
                        "With how few providers the mail lies: the largest, and points of the curve.",
                        Holder.class,
                        concentrations::answer,
                        CRAWL,
                        TLD,
                        OFFSET,
                        Concentrations.LIMIT));
    }
}
