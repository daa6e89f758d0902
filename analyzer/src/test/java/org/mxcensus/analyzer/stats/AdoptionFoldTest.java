package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.store.DirectoryStore;

/// The figures against a second computation that shares no code with the SQL: a plain fold over the same rows.
class AdoptionFoldTest {

    private static final Set<DaneStatus> BROKEN =
            Set.of(DaneStatus.MISMATCH, DaneStatus.STARTTLS_MISSING, DaneStatus.HANDSHAKE_FAILED);

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureOfARandomWorldEqualsTheFold(long seed) {
        RandomVerdicts world = new RandomVerdicts(new Random(seed));
        DirectoryStore store = new DirectoryStore(folder);
        world.write(store, TestCrawl.DATE);

        Stats.run(store, TestCrawl.DATE, Pki.NOW);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            Map<String, AdoptionPoint> expected = new TreeMap<>();
            Map<String, AdoptionPoint> actual = new TreeMap<>();
            fold(world).forEach((scope, members) -> {
                for (Metric metric : Metric.values()) {
                    expected.put(
                            scope + " domains " + metric,
                            point(
                                    metric,
                                    members.stream()
                                            .map(domain -> finding(metric, world.verdicts.get(domain)))
                                            .toList()));
                    Set<String> hosts = members.stream()
                            .map(world.verdicts::get)
                            .filter(Objects::nonNull)
                            .flatMap(verdict -> verdict.hosts().stream())
                            .collect(Collectors.toSet());
                    if (metric.ofHosts()) {
                        expected.put(
                                scope + " mx_hosts " + metric,
                                point(
                                        metric,
                                        hosts.stream()
                                                .map(host -> finding(metric, world.exchanges.get(host)))
                                                .toList()));
                    }
                }
                for (Weighting weighting : Weighting.values()) {
                    trends.points(scope, weighting)
                            .forEach(p -> actual.put(scope + " " + weighting.id() + " " + p.metric(), p));
                }
            });
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Test
    void thereAreNoFiguresBesideThoseOfTheFold() {
        RandomVerdicts world = new RandomVerdicts(new Random(99));
        DirectoryStore store = new DirectoryStore(folder);
        world.write(store, TestCrawl.DATE);

        Stats.run(store, TestCrawl.DATE, Pki.NOW);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            Set<Scope> shown = new HashSet<>(Set.of(new Scope.All()));
            List.of(
                            trends.sources(Weighting.DOMAINS, 1000),
                            trends.tlds(Weighting.DOMAINS, 1000),
                            trends.providers(Weighting.DOMAINS, 1000))
                    .forEach(rows -> rows.forEach(row -> shown.add(row.scope())));
            for (String tld : RandomVerdicts.TLDS) {
                trends.providersOfTld(tld, Weighting.DOMAINS, 1000).forEach(row -> shown.add(row.scope()));
            }
            assertThat(shown).isEqualTo(fold(world).keySet());
        }
    }

    /// The domains of each group that must have figures; a domain in two sources once outside its sources.
    private static Map<Scope, Set<String>> fold(RandomVerdicts world) {
        Map<Scope, Set<String>> groups = new LinkedHashMap<>();
        for (FrameRow row : world.frame) {
            DomainVerdictRow verdict = world.verdicts.get(row.domain());
            String provider = verdict == null ? null : verdict.provider();
            List<Scope> scopes =
                    new ArrayList<>(List.of(new Scope.All(), new Scope.Source(row.source()), new Scope.Tld(row.tld())));
            if (provider != null) {
                scopes.add(new Scope.Provider(provider));
                scopes.add(new Scope.TldProvider(row.tld(), provider));
            }
            scopes.forEach(
                    scope -> groups.computeIfAbsent(scope, _ -> new HashSet<>()).add(row.domain()));
        }
        groups.entrySet().removeIf(group -> switch (group.getKey()) {
            case Scope.Provider _ -> group.getValue().size() < 2;
            case Scope.TldProvider _ -> group.getValue().size() < 10;
            case Scope.All _, Scope.Source _, Scope.Tld _ -> false;
        });
        return groups;
    }

    private static AdoptionPoint point(Metric metric, List<? extends @Nullable Finding> findings) {
        Map<String, Integer> counts = new HashMap<>();
        findings.forEach(finding -> counts.merge(String.valueOf(finding), 1, Integer::sum));
        Function<String, Integer> count = finding -> counts.getOrDefault(finding, 0);
        return new AdoptionPoint(
                TestCrawl.DATE,
                metric,
                findings.size(),
                count.apply("YES"),
                count.apply("YES") + count.apply("NO"),
                count.apply("UNMEASURED"));
    }

    private static @Nullable Finding finding(Metric metric, @Nullable DomainVerdictRow row) {
        if (row == null) {
            return Finding.UNMEASURED;
        }
        return switch (metric) {
            case MAIL -> row.mail();
            case DNSSEC -> row.dnssec();
            case STARTTLS -> row.starttls();
            case TLS13 -> row.tls13();
            case CERTIFICATE_TRUSTED -> row.certificateTrusted();
            case CERTIFICATE_NAME -> row.certificateName();
            case TLS_SOUND -> row.tlsSound();
            case POST_QUANTUM -> row.postQuantum();
            case CHAIN_COMPLETE -> row.chainComplete();
            case DANE -> dane(row.dane(), Set.of(DaneStatus.VALID));
            case DANE_BROKEN -> dane(row.dane(), BROKEN);
            case DANE_PARTIAL -> dane(row.dane(), Set.of(DaneStatus.PARTIAL));
            case DANE_DEPLOYED -> row.daneDeployed();
            case MTA_STS -> policy(row.mtaSts(), Set.of(StsStatus.ENFORCING, StsStatus.TESTING));
            case MTA_STS_ENFORCE -> policy(row.mtaSts(), Set.of(StsStatus.ENFORCING));
            case TLSRPT -> row.tlsrpt();
            case AUTHENTICATED -> row.authenticated();
            case DANE_HOST_READY -> dane(row.dane(), Set.of(DaneStatus.HOST_READY_DOMAIN_INSECURE));
            case MTA_STS_TESTING -> policy(row.mtaSts(), Set.of(StsStatus.TESTING));
            case MTA_STS_NONE -> policy(row.mtaSts(), Set.of(StsStatus.DISABLED));
            case MTA_STS_BROKEN -> policy(row.mtaSts(), Set.of(StsStatus.BROKEN));
            case DANE_AND_MTA_STS -> both(row);
        };
    }

    private static @Nullable Finding finding(Metric metric, @Nullable ExchangeVerdictRow row) {
        if (row == null) {
            return Finding.UNMEASURED;
        }
        return switch (metric) {
            case DNSSEC -> row.dnssec();
            case STARTTLS -> row.starttls();
            case TLS13 -> row.tls13();
            case CERTIFICATE_TRUSTED -> row.certificateTrusted();
            case CERTIFICATE_NAME -> row.certificateName();
            case TLS_SOUND -> row.tlsSound();
            case POST_QUANTUM -> row.postQuantum();
            case CHAIN_COMPLETE -> row.chainComplete();
            case DANE -> dane(row.dane(), Set.of(DaneStatus.VALID));
            case DANE_BROKEN -> dane(row.dane(), BROKEN);
            case DANE_PARTIAL -> dane(row.dane(), Set.of(DaneStatus.PARTIAL));
            case DANE_DEPLOYED -> row.daneDeployed();
            case MAIL,
                    MTA_STS,
                    MTA_STS_ENFORCE,
                    TLSRPT,
                    AUTHENTICATED,
                    DANE_HOST_READY,
                    MTA_STS_TESTING,
                    MTA_STS_NONE,
                    MTA_STS_BROKEN,
                    DANE_AND_MTA_STS -> throw new AssertionError(metric + " is no metric of hosts");
        };
    }

    private static @Nullable Finding both(DomainVerdictRow row) {
        Finding sts = policy(row.mtaSts(), Set.of(StsStatus.ENFORCING, StsStatus.TESTING));
        Finding dane = dane(row.dane(), Set.of(DaneStatus.VALID));
        return sts == null ? null : sts.and(dane == null ? Finding.NO : dane);
    }

    private static @Nullable Finding dane(@Nullable DaneStatus status, Set<DaneStatus> yes) {
        if (status == null) {
            return null;
        }
        return switch (status) {
            case LOOKUP_FAILED, UNMEASURED -> Finding.UNMEASURED;
            case VALID,
                    MISMATCH,
                    STARTTLS_MISSING,
                    HANDSHAKE_FAILED,
                    UNUSABLE,
                    NOT_DEPLOYED,
                    PARTIAL,
                    HOST_READY_DOMAIN_INSECURE -> Finding.of(yes.contains(status));
        };
    }

    private static @Nullable Finding policy(@Nullable StsStatus status, Set<StsStatus> good) {
        if (status == null) {
            return null;
        }
        return status == StsStatus.UNMEASURED ? Finding.UNMEASURED : Finding.of(good.contains(status));
    }
}
