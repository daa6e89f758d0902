package org.mxcensus.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.datasets.store.Manifest;

/// Statistics of twelve monthly crawls of a made-up world: two TLDs, three providers, each with figures of its own.
///
/// @param months how many crawls there are
/// @param simulated what the manifests say of their source
/// @param small whether there are groups that are too small for strangers
record FixtureTrends(int months, boolean simulated, boolean small) implements Trends {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /// A name that is markup: escaped on every page, or the page is not ours any more.
    static final String HOSTILE = "<img src=x onerror=alert(1)>.example";

    /// Groups that are so small that their figures are about somebody.
    static final String TINY = "tiny.example";

    static final String TINY_TLD = "tiny";

    private static final Map<Scope, Long> SIZES = Map.ofEntries(
            Map.entry(new Scope.All(), 2000L),
            Map.entry(new Scope.Source("demo"), 2000L),
            Map.entry(new Scope.Tld("nl"), 1400L),
            Map.entry(new Scope.Tld("org"), 600L),
            Map.entry(new Scope.Provider("big.example"), 900L),
            Map.entry(new Scope.Provider("small.example"), 60L),
            Map.entry(new Scope.Provider(HOSTILE), 12L),
            Map.entry(new Scope.ProviderGroup("microsoft"), 120L),
            Map.entry(new Scope.DnsOperator("dns.example"), 700L),
            Map.entry(new Scope.Issuer("R3"), 300L),
            Map.entry(new Scope.TldProvider("nl", "big.example"), 700L),
            Map.entry(new Scope.TldProvider("org", "big.example"), 200L),
            Map.entry(new Scope.TldProvider("nl", HOSTILE), 12L));

    /// Groups that are large enough, of which one would betray a small one in all crawls, the other in the first.
    static final String BETRAYING = "betraying.example";

    static final String ONCE_BETRAYING = "once.example";

    private static final Map<Scope, Long> SMALL = Map.of(
            new Scope.Provider(TINY),
            9L,
            new Scope.Tld(TINY_TLD),
            9L,
            new Scope.Provider(BETRAYING),
            1000L,
            new Scope.Provider(ONCE_BETRAYING),
            40L);

    private Map<Scope, Long> sizes() {
        Map<Scope, Long> sizes = new HashMap<>(SIZES);
        sizes.putAll(small ? SMALL : Map.of());
        return sizes;
    }

    @Override
    public List<CrawlSummary> crawls() {
        return IntStream.range(0, months)
                .mapToObj(month -> new CrawlSummary(
                        FIRST.plusMonths(month),
                        Instant.parse("2026-12-31T12:00:00Z"),
                        new Manifest.Program("mxcensus", "0.1.0", "abc1234"),
                        simulated,
                        List.of(Manifest.Source.whole("demo", "world.jsonl", "00", 2000, null, 0, simulated)),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        null,
                        null))
                .toList();
    }

    @Override
    public List<AdoptionPoint> points(Scope scope, Weighting weighting) {
        return IntStream.range(0, sizes().containsKey(scope) ? months : 0)
                .boxed()
                .flatMap(month -> point(scope, weighting, month).values().stream())
                .toList();
    }

    @Override
    public Optional<ScopeRow> newest(Scope scope, Weighting weighting) {
        return sizes().containsKey(scope) && months > 0 ? Optional.of(row(scope, weighting)) : Optional.empty();
    }

    @Override
    public List<ScopeRow> sources(Weighting weighting, int limit) {
        return rows(weighting, limit, Scope.Source.class);
    }

    @Override
    public List<ScopeRow> tlds(Weighting weighting, int limit) {
        return rows(weighting, limit, Scope.Tld.class);
    }

    @Override
    public List<ScopeRow> providers(Weighting weighting, int limit) {
        return rows(weighting, limit, Scope.Provider.class);
    }

    @Override
    public List<ScopeRow> providersOfTld(String tld, Weighting weighting, int limit) {
        return rows(weighting, limit, Scope.TldProvider.class).stream()
                .filter(row -> row.scope().key().startsWith(tld + "/"))
                .toList();
    }

    @Override
    public List<ScopeRow> tldsOfProvider(String provider, Weighting weighting, int limit) {
        return rows(weighting, limit, Scope.TldProvider.class).stream()
                .filter(row -> row.scope().key().endsWith("/" + provider))
                .toList();
    }

    @Override
    public List<ScopeRow> providerGroups(Weighting weighting, int limit) {
        return rows(weighting, limit, Scope.ProviderGroup.class);
    }

    @Override
    public List<ScopeRow> dnsOperators(Weighting weighting, int limit) {
        return rows(weighting, limit, Scope.DnsOperator.class);
    }

    @Override
    public List<ScopeRow> issuers(Weighting weighting, int limit) {
        return rows(weighting, limit, Scope.Issuer.class);
    }

    @Override
    public Set<LocalDate> betraying(Scope scope) {
        return switch (scope.key()) {
            case BETRAYING -> crawls().stream().map(CrawlSummary::crawl).collect(Collectors.toSet());
            case ONCE_BETRAYING -> Set.of(FIRST);
            default -> Set.of();
        };
    }

    @Override
    public boolean current() {
        return true;
    }

    @Override
    public void close() {}

    private List<ScopeRow> rows(Weighting weighting, int limit, Class<? extends Scope> kind) {
        return sizes().entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getKey()))
                .sorted(Map.Entry.<Scope, Long>comparingByValue().reversed())
                .limit(limit)
                .map(entry -> row(entry.getKey(), weighting))
                .toList();
    }

    private ScopeRow row(Scope scope, Weighting weighting) {
        int newest = months - 1;
        return new ScopeRow(
                scope,
                FIRST.plusMonths(newest),
                sizes().get(scope),
                point(scope, weighting, newest),
                newest == 0 ? Map.of() : point(scope, weighting, newest - 1));
    }

    /// Each metric starts elsewhere and grows at its own pace; a twentieth to a tenth cannot be measured.
    private Map<Metric, AdoptionPoint> point(Scope scope, Weighting weighting, int month) {
        long frame = sizes().get(scope);
        Map<Metric, AdoptionPoint> points = new EnumMap<>(Metric.class);
        Stream.of(Metric.values()).filter(weighting::has).forEach(metric -> {
            long unmeasured = frame * (5 + (metric.ordinal() * 3L + month) % 6) / 100;
            long denominator = (frame - unmeasured) * 9 / 10;
            long percent = Math.min(97, START.getOrDefault(metric, 2L) + (long) month * (metric.ordinal() % 3 + 1));
            points.put(
                    metric,
                    new AdoptionPoint(
                            FIRST.plusMonths(month),
                            metric,
                            frame,
                            denominator * percent / 100,
                            denominator,
                            unmeasured));
        });
        return points;
    }

    private static final Map<Metric, Long> START = Map.ofEntries(
            Map.entry(Metric.MAIL, 80L),
            Map.entry(Metric.DNSSEC, 38L),
            Map.entry(Metric.STARTTLS, 88L),
            Map.entry(Metric.TLS13, 70L),
            Map.entry(Metric.CERTIFICATE_TRUSTED, 60L),
            Map.entry(Metric.CERTIFICATE_NAME, 55L),
            Map.entry(Metric.TLS_SOUND, 80L),
            Map.entry(Metric.POST_QUANTUM, 12L),
            Map.entry(Metric.CHAIN_COMPLETE, 82L),
            Map.entry(Metric.DANE, 14L),
            Map.entry(Metric.DANE_DEPLOYED, 16L),
            Map.entry(Metric.MTA_STS, 6L),
            Map.entry(Metric.MTA_STS_ENFORCE, 3L),
            Map.entry(Metric.TLSRPT, 5L),
            Map.entry(Metric.AUTHENTICATED, 17L),
            Map.entry(Metric.DANE_BROKEN, 1L),
            Map.entry(Metric.DANE_PARTIAL, 1L),
            Map.entry(Metric.DANE_HOST_READY, 7L),
            Map.entry(Metric.MTA_STS_TESTING, 3L),
            Map.entry(Metric.MTA_STS_NONE, 1L),
            Map.entry(Metric.MTA_STS_BROKEN, 1L),
            Map.entry(Metric.DANE_AND_MTA_STS, 1L));
}
