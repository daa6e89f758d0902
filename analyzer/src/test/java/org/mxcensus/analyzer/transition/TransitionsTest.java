package org.mxcensus.analyzer.transition;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.stats.RandomVerdicts;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.UserError;

/// Transitions against a second computation that shares no code with the SQL: a plain look at the rows of both crawls.
class TransitionsTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyCountAndEveryListEqualTheRowsBehindThem(long seed) {
        RandomVerdicts before = new RandomVerdicts(new Random(seed));
        RandomVerdicts after = new RandomVerdicts(new Random(seed + 100));
        before.write(store, MAY);
        after.write(store, JUNE);
        List<Transition> single = single(before, after);

        try (Transitions transitions = Transitions.between(store, MAY, JUNE)) {
            List<Transition> all = transitions.all();
            assertThat(all).containsExactlyInAnyOrderElementsOf(counted(single));
            long domains = single.size() / Mechanism.values().length;
            for (Mechanism mechanism : Mechanism.values()) {
                assertThat(all.stream()
                                .filter(one -> one.mechanism() == mechanism)
                                .mapToLong(Transition::domains)
                                .sum())
                        .as("%s", mechanism)
                        .isEqualTo(domains);
                for (Event event : Event.values()) {
                    assertThat(transitions.domains(mechanism, event, Optional.empty(), 0, 1_000))
                            .as("%s %s", mechanism, event)
                            .isEqualTo(names(before, after, mechanism, event));
                }
            }
            assertThat(transitions.moves(Optional.empty(), 1_000)).isEqualTo(moves(before, after));
        }
    }

    @Test
    void aListIsToldInParts() {
        RandomVerdicts before = new RandomVerdicts(new Random(5));
        RandomVerdicts after = new RandomVerdicts(new Random(7));
        before.write(store, MAY);
        after.write(store, JUNE);

        try (Transitions transitions = Transitions.between(store, MAY, JUNE)) {
            List<String> whole = transitions.domains(Mechanism.DANE, Event.APPEARED, Optional.of("nl"), 0, 1_000);
            assertThat(whole).hasSizeGreaterThan(10).allMatch(domain -> domain.endsWith(".nl"));
            List<String> parts = new ArrayList<>();
            for (int skip = 0; skip < whole.size(); skip += 3) {
                parts.addAll(transitions.domains(Mechanism.DANE, Event.APPEARED, Optional.of("nl"), skip, 3));
            }
            assertThat(parts).isEqualTo(whole);
        }
    }

    @Test
    void afterAnEmptyCrawlEveryDomainHasAppeared() {
        RandomVerdicts nothing = new RandomVerdicts(new Random(1));
        nothing.frame.clear();
        nothing.verdicts.clear();
        RandomVerdicts after = new RandomVerdicts(new Random(2));
        nothing.write(store, MAY);
        after.write(store, JUNE);

        try (Transitions transitions = Transitions.between(store, MAY, JUNE)) {
            assertThat(transitions.all())
                    .isNotEmpty()
                    .allMatch(one -> one.event() == Event.APPEARED)
                    .containsExactlyInAnyOrderElementsOf(counted(single(nothing, after)));
            assertThat(transitions.moves(Optional.empty(), 10)).isEmpty();
        }
    }

    @Test
    void ofACrawlWithoutVerdictsOnlyDelegationsAreKnown() {
        RandomVerdicts before = new RandomVerdicts(new Random(3));
        before.write(store, MAY);
        before.verdicts.clear();
        before.write(store, JUNE);

        try (Transitions transitions = Transitions.between(store, MAY, JUNE)) {
            assertThat(transitions.all())
                    .filteredOn(one -> one.mechanism() != Mechanism.SIGNED)
                    .isNotEmpty()
                    .allMatch(one -> one.event() == Event.UNMEASURED);
            assertThat(transitions.all())
                    .filteredOn(one -> one.mechanism() == Mechanism.SIGNED)
                    .extracting(Transition::event)
                    .containsOnly(Event.STAYED, Event.UNMEASURED);
        }
    }

    @Test
    void whatBothCrawlsWereNotJudgedByAlikeIsNamed() {
        new RandomVerdicts(new Random(1)).write(store, MAY);
        new RandomVerdicts(new Random(2)).write(store, JUNE);
        judgedBy(MAY, Map.of("judge", "3", "trust_store", "one", "previous", "none"));
        judgedBy(JUNE, Map.of("judge", "4", "trust_store", "one", "previous", "2026-05-01"));

        try (Transitions transitions = Transitions.between(store, MAY, JUNE)) {
            assertThat(transitions.differingMeans()).containsExactly("judge");
        }
    }

    private void judgedBy(LocalDate crawl, Map<String, String> versions) {
        Manifests manifests = new Manifests(store);
        manifests.publish(manifests.find(crawl).orElseThrow().withVersions(new TreeMap<>(versions)));
    }

    @Test
    void theEarlierCrawlIsNamedFirst() {
        assertThatThrownBy(() -> Transitions.between(store, JUNE, MAY))
                .isInstanceOf(UserError.class)
                .hasMessage("The crawl of 2026-06-01 is not before that of 2026-05-01; name the earlier one first.");
    }

    @Test
    void aCrawlThatWasNotJudgedIsNamed() {
        new RandomVerdicts(new Random(1)).write(store, MAY);

        assertThatThrownBy(() -> Transitions.between(store, MAY, JUNE))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no judged crawl 2026-06-01 in ");
    }

    // ---- the second computation

    private static List<Transition> single(RandomVerdicts before, RandomVerdicts after) {
        Set<String> domains = new HashSet<>();
        before.frame.forEach(row -> domains.add(row.domain()));
        after.frame.forEach(row -> domains.add(row.domain()));
        List<Transition> single = new ArrayList<>();
        for (String domain : domains) {
            for (Mechanism mechanism : Mechanism.values()) {
                single.add(new Transition(
                        mechanism,
                        domain.substring(domain.lastIndexOf('.') + 1),
                        RowStanding.of(before, domain, mechanism),
                        RowStanding.of(after, domain, mechanism),
                        1));
            }
        }
        return single;
    }

    private static List<Transition> counted(List<Transition> single) {
        return single.stream().collect(groupingBy(Function.identity(), counting())).entrySet().stream()
                .map(entry -> new Transition(
                        entry.getKey().mechanism(),
                        entry.getKey().tld(),
                        entry.getKey().before(),
                        entry.getKey().after(),
                        entry.getValue()))
                .toList();
    }

    private static List<String> names(RandomVerdicts before, RandomVerdicts after, Mechanism mechanism, Event event) {
        Set<String> domains = new HashSet<>();
        before.frame.forEach(row -> domains.add(row.domain()));
        after.frame.forEach(row -> domains.add(row.domain()));
        return domains.stream()
                .filter(domain ->
                        Event.of(RowStanding.of(before, domain, mechanism), RowStanding.of(after, domain, mechanism))
                                == event)
                .sorted()
                .toList();
    }

    private static List<Move> moves(RandomVerdicts before, RandomVerdicts after) {
        Map<String, String> then = providers(before);
        Map<String, String> now = providers(after);
        return then.entrySet().stream()
                .filter(entry -> now.containsKey(entry.getKey()))
                .map(entry -> new Move(entry.getValue(), now.get(entry.getKey()), 1))
                .filter(move -> !move.before().equals(move.after()))
                .collect(groupingBy(Function.identity(), counting()))
                .entrySet()
                .stream()
                .map(entry -> new Move(entry.getKey().before(), entry.getKey().after(), entry.getValue()))
                .sorted(Comparator.comparingLong(Move::domains)
                        .reversed()
                        .thenComparing(Move::before)
                        .thenComparing(Move::after))
                .toList();
    }

    private static Map<String, String> providers(RandomVerdicts crawl) {
        return crawl.verdicts.values().stream()
                .filter(verdict -> verdict.provider() != null)
                .collect(toMap(DomainVerdictRow::domain, DomainVerdictRow::provider));
    }
}
