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
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.DirectoryStore;

/// The figures against a second computation that shares no code with the SQL: a plain fold over the same rows.
class AdoptionFoldTest {

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
                                            .map(domain -> world.twins(domain).of(metric))
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
                                                .map(host -> HostTwins.of(metric, world.exchanges.get(host)))
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
}
