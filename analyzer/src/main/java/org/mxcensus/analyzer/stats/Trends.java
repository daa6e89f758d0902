package org.mxcensus.analyzer.stats;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the statistics of all crawls. Safe for use by several threads.
///
/// Unknown groups give empty lists. What was opened keeps showing the state it was opened on; [#current()] tells
/// when there is a newer one.
public interface Trends extends AutoCloseable {

    /// The crawls that have statistics, oldest first.
    List<CrawlSummary> crawls();

    /// The figures of a group over all crawls, by crawl, then metric; crawls without the group are left out.
    List<AdoptionPoint> points(Scope scope, Weighting weighting);

    /// One metric of a group over all crawls, oldest first.
    default List<AdoptionPoint> points(Scope scope, Weighting weighting, Metric metric) {
        return points(scope, weighting).stream()
                .filter(point -> point.metric() == metric)
                .toList();
    }

    /// All figures of one group in the newest crawl that has it.
    Optional<ScopeRow> newest(Scope scope, Weighting weighting);

    /// The sources of the newest crawl, largest first.
    List<ScopeRow> sources(Weighting weighting, int limit);

    /// The top-level domains of the newest crawl, largest first.
    List<ScopeRow> tlds(Weighting weighting, int limit);

    /// The providers of the newest crawl, largest first.
    List<ScopeRow> providers(Weighting weighting, int limit);

    /// The providers of a top-level domain in the newest crawl, largest first; scopes are [Scope.TldProvider].
    List<ScopeRow> providersOfTld(String tld, Weighting weighting, int limit);

    /// The top-level domains of a provider in the newest crawl, largest first; scopes are [Scope.TldProvider].
    List<ScopeRow> tldsOfProvider(String provider, Weighting weighting, int limit);

    /// The groups of providers in the newest crawl, largest first.
    List<ScopeRow> providerGroups(Weighting weighting, int limit);

    /// Who runs name servers of the newest crawl, largest first.
    List<ScopeRow> dnsOperators(Weighting weighting, int limit);

    /// Who issued certificates of MX hosts of the newest crawl, largest first.
    List<ScopeRow> issuers(Weighting weighting, int limit);

    /// The crawls in which a group that has enough domains to be shown to anybody would betray some that have not, as
    /// [SmallGroups] says. Who shows groups by their size leaves its figures of these crawls out too.
    Set<LocalDate> betraying(Scope scope);

    /// The newest crawl that has statistics.
    default Optional<LocalDate> newestCrawl() {
        List<CrawlSummary> crawls = crawls();
        return crawls.isEmpty()
                ? Optional.empty()
                : Optional.of(crawls.getLast().crawl());
    }

    /// Whether the statistics are still the ones that were opened.
    boolean current();

    @Override
    void close();
}
