package org.mxcensus.dashboard.publish;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;

/// Statistics without groups of so few domains that their figures are about somebody, and without those that would
/// betray them: whoever knows a sum and all of its parts but one knows that one. How large a group is, its domains
/// tell,
/// in each crawl, whatever figures are weighted by.
///
/// @param trends with all groups
record LargeGroups(Trends trends) implements Trends {
    /// From how many domains up a group is shown: as cells of TLD and provider have it everywhere.
    static final long SMALLEST = Tier.SMALLEST_GROUP;

    private static final int ALL = Integer.MAX_VALUE;

    @Override
    public List<CrawlSummary> crawls() {
        return trends.crawls();
    }

    @Override
    public List<AdoptionPoint> points(Scope scope, Weighting weighting) {
        Set<LocalDate> crawls = trends.points(scope, Weighting.DOMAINS).stream()
                .filter(point -> isShown(scope, point.crawl(), point.frame()))
                .map(AdoptionPoint::crawl)
                .collect(toUnmodifiableSet());
        return trends.points(scope, weighting).stream()
                .filter(point -> crawls.contains(point.crawl()))
                .toList();
    }

    @Override
    public Optional<ScopeRow> newest(Scope scope, Weighting weighting) {
        return trends.newest(scope, Weighting.DOMAINS)
                .filter(this::isShown)
                .flatMap(domains -> trends.newest(scope, weighting).map(row -> shown(row, domains)));
    }

    @Override
    public List<ScopeRow> sources(Weighting weighting, int limit) {
        return large(weighting, limit, trends::sources);
    }

    @Override
    public List<ScopeRow> tlds(Weighting weighting, int limit) {
        return large(weighting, limit, trends::tlds);
    }

    @Override
    public List<ScopeRow> providers(Weighting weighting, int limit) {
        return large(weighting, limit, trends::providers);
    }

    @Override
    public List<ScopeRow> providersOfTld(String tld, Weighting weighting, int limit) {
        return large(weighting, limit, (by, most) -> trends.providersOfTld(tld, by, most));
    }

    @Override
    public List<ScopeRow> tldsOfProvider(String provider, Weighting weighting, int limit) {
        return large(weighting, limit, (by, most) -> trends.tldsOfProvider(provider, by, most));
    }

    @Override
    public List<ScopeRow> providerGroups(Weighting weighting, int limit) {
        return large(weighting, limit, trends::providerGroups);
    }

    @Override
    public List<ScopeRow> dnsOperators(Weighting weighting, int limit) {
        return large(weighting, limit, trends::dnsOperators);
    }

    @Override
    public List<ScopeRow> issuers(Weighting weighting, int limit) {
        return large(weighting, limit, trends::issuers);
    }

    @Override
    public Set<LocalDate> betraying(Scope scope) {
        return trends.betraying(scope);
    }

    @Override
    public boolean current() {
        return trends.current();
    }

    @Override
    public void close() {
        trends.close();
    }

    private interface Read {
        List<ScopeRow> of(Weighting weighting, int limit);
    }

    /// By domains the large ones come first; by anything else they may stand anywhere.
    private List<ScopeRow> large(Weighting weighting, int limit, Read read) {
        if (weighting == Weighting.DOMAINS) {
            return largest(limit, read);
        }
        Map<Scope, ScopeRow> domains = read.of(Weighting.DOMAINS, ALL).stream()
                .filter(this::isShown)
                .collect(toMap(ScopeRow::scope, row -> row));
        return read.of(weighting, ALL).stream()
                .flatMap(row -> Stream.ofNullable(domains.get(row.scope())).map(size -> shown(row, size)))
                .limit(limit)
                .toList();
    }

    /// As many as are asked for, though some of the large ones are not shown.
    private List<ScopeRow> largest(int limit, Read read) {
        for (int most = limit; ; most = (int) Math.min(2L * most, ALL)) {
            List<ScopeRow> rows = read.of(Weighting.DOMAINS, most);
            List<ScopeRow> shown = rows.stream()
                    .filter(this::isShown)
                    .limit(limit)
                    .map(row -> shown(row, row))
                    .toList();
            if (shown.size() == limit || rows.size() < most || rows.getLast().frame() < SMALLEST) {
                return shown;
            }
        }
    }

    private boolean isShown(ScopeRow domains) {
        return isShown(domains.scope(), domains.crawl(), domains.frame());
    }

    private boolean isShown(Scope scope, LocalDate crawl, long domains) {
        return domains >= SMALLEST && !trends.betraying(scope).contains(crawl);
    }

    /// Without the figures of the crawl before where the group was not shown then.
    private ScopeRow shown(ScopeRow row, ScopeRow domains) {
        boolean wasShown = domains.before().values().stream()
                .anyMatch(point -> isShown(row.scope(), point.crawl(), point.frame()));
        return new ScopeRow(row.scope(), row.crawl(), row.frame(), row.now(), wasShown ? row.before() : Map.of());
    }
}
