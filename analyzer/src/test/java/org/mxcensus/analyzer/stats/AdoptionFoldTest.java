package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.DirectoryStore;

/// The figures against a second computation that shares no code with the SQL: a plain fold over the same rows.
class AdoptionFoldTest {

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(201, 204);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureOfARandomWorldEqualsTheFold(long seed) {
        RandomVerdicts world = new RandomVerdicts(new Random(seed));
        DirectoryStore store = counted(world);
        Map<String, AdoptionPoint> actual = new TreeMap<>();
        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            for (Scope scope : fold(world).keySet()) {
                for (Weighting weighting : Weighting.values()) {
                    trends.points(scope, weighting).forEach(point -> actual.put(named(scope, weighting, point), point));
                }
            }
        }
        assertSame(actual, expected(world));
    }

    @Test
    void everyFigureOfTwoHundredRandomWorldsEqualsTheFoldAndThereIsNoOther() {
        RandomVerdicts worlds = RandomVerdicts.sideBySide(200);
        assertSame(published(counted(worlds)), expected(worlds));
    }

    private DirectoryStore counted(RandomVerdicts world) {
        DirectoryStore store = new DirectoryStore(folder);
        world.write(store, TestCrawl.DATE);
        Stats.run(store, TestCrawl.DATE, Pki.NOW);
        return store;
    }

    /// Every figure that there is.
    private static Map<String, AdoptionPoint> published(DirectoryStore store) {
        Map<String, AdoptionPoint> all = new TreeMap<>();
        try (Warehouse warehouse = Warehouse.read(store.local(TrendsCache.FILE), Limits.READER)) {
            warehouse.ask(new Question("SELECT * FROM adoption", List.of()), row -> {
                Grouping grouping = Grouping.valueOf(row.getString("scope").toUpperCase(Locale.ROOT));
                List<String> keys = new ArrayList<>();
                for (String key : grouping.keys()) {
                    keys.add(row.getString(key));
                }
                Weighting weighting = Weighting.find(row.getString("weighting")).orElseThrow();
                for (Metric metric : weighting.metrics()) {
                    AdoptionPoint point = new AdoptionPoint(
                            TestCrawl.DATE,
                            metric,
                            row.getLong("frame"),
                            row.getLong(metric.id() + "_numerator"),
                            row.getLong(metric.id() + "_denominator"),
                            row.getLong(metric.id() + "_unmeasured"));
                    all.put(named(grouping.scope(keys), weighting, point), point);
                }
                return keys;
            });
        }
        return all;
    }

    private static Map<String, AdoptionPoint> expected(RandomVerdicts world) {
        Map<String, AdoptionPoint> expected = new TreeMap<>();
        fold(world).forEach((scope, members) -> {
            Set<String> hosts = world.hosts(members);
            for (Metric metric : Metric.values()) {
                Function<String, @Nullable Finding> found =
                        domain -> world.twins(domain).of(metric);
                AdoptionPoint byDomain = point(metric, members, _ -> 1L, found);
                expected.put(named(scope, Weighting.DOMAINS, byDomain), byDomain);
                AdoptionPoint byRank = point(metric, members, world::weight, found);
                if (byRank.frame() > 0) {
                    expected.put(named(scope, Weighting.RANK, byRank), byRank);
                }
                if (metric.ofHosts()) {
                    AdoptionPoint byHost =
                            point(metric, hosts, _ -> 1L, host -> HostTwins.of(metric, world.exchanges.get(host)));
                    expected.put(named(scope, Weighting.MX_HOSTS, byHost), byHost);
                }
            }
        });
        return expected;
    }

    private static String named(Scope scope, Weighting weighting, AdoptionPoint point) {
        return "%s %s %s".formatted(scope, weighting.id(), point.metric());
    }

    private static void assertSame(Map<String, AdoptionPoint> actual, Map<String, AdoptionPoint> expected) {
        assertThat(expected).isNotEmpty();
        assertThat(without(expected, actual)).isEmpty();
        assertThat(without(actual, expected)).isEmpty();
    }

    /// What the first has and the second has not, or has otherwise.
    private static Map<String, AdoptionPoint> without(
            Map<String, AdoptionPoint> first, Map<String, AdoptionPoint> second) {
        Map<String, AdoptionPoint> left = new TreeMap<>(first);
        left.entrySet().removeAll(second.entrySet());
        return left;
    }

    @Test
    void thereAreNoFiguresBesideThoseOfTheFold() {
        RandomVerdicts world = new RandomVerdicts(new Random(99));

        try (Trends trends = TrendsStore.open(counted(world)).orElseThrow()) {
            Set<Scope> shown = new HashSet<>(Set.of(new Scope.All()));
            List.of(
                            trends.sources(Weighting.DOMAINS, 1000),
                            trends.tlds(Weighting.DOMAINS, 1000),
                            trends.providers(Weighting.DOMAINS, 1000),
                            trends.providerGroups(Weighting.DOMAINS, 1000),
                            trends.dnsOperators(Weighting.DOMAINS, 1000),
                            trends.issuers(Weighting.DOMAINS, 1000))
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
                RandomVerdicts.GROUPS
                        .getOrDefault(provider, List.of())
                        .forEach(group -> scopes.add(new Scope.ProviderGroup(group)));
            }
            each(verdict, DomainVerdictRow::dnsOperators)
                    .map(Scope.DnsOperator::new)
                    .forEach(scopes::add);
            each(verdict, DomainVerdictRow::issuers).map(Scope.Issuer::new).forEach(scopes::add);
            scopes.forEach(
                    scope -> groups.computeIfAbsent(scope, _ -> new HashSet<>()).add(row.domain()));
        }
        groups.entrySet().removeIf(group -> switch (group.getKey()) {
            case Scope.Provider _, Scope.DnsOperator _ -> group.getValue().size() < 2;
            case Scope.TldProvider _ -> group.getValue().size() < 10;
            default -> false;
        });
        return groups;
    }

    private static Stream<String> each(
            @Nullable DomainVerdictRow verdict, Function<DomainVerdictRow, @Nullable List<String>> list) {
        return Stream.ofNullable(verdict)
                .flatMap(row -> Stream.ofNullable(list.apply(row)))
                .flatMap(List::stream);
    }

    private static AdoptionPoint point(
            Metric metric,
            Set<String> members,
            ToLongFunction<String> weight,
            Function<String, @Nullable Finding> found) {
        long frame = 0;
        Map<Finding, Long> counts = new EnumMap<>(Finding.class);
        for (String member : members) {
            Finding finding = found.apply(member);
            frame += weight.applyAsLong(member);
            if (finding != null) {
                counts.merge(finding, weight.applyAsLong(member), Long::sum);
            }
        }
        long yes = counts.getOrDefault(Finding.YES, 0L);
        return new AdoptionPoint(
                TestCrawl.DATE,
                metric,
                frame,
                yes,
                yes + counts.getOrDefault(Finding.NO, 0L),
                counts.getOrDefault(Finding.UNMEASURED, 0L));
    }
}
