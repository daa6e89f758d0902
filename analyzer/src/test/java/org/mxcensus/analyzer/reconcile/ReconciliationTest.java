package org.mxcensus.analyzer.reconcile;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.schema.AnswerStatus;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.ledger.Tier;

/// Figures and waterfalls against a second computation that shares no code with the SQL.
class ReconciliationTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final int WORLDS = Tier.current() == Tier.DEFAULT ? 6 : 25;
    private static final int WORLDS_OF_WAYS = Tier.current() == Tier.DEFAULT ? 2 : 6;

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    static LongStream seeds() {
        return LongStream.range(0, WORLDS);
    }

    /// Fewer: each world has a way between any two definitions.
    static LongStream seedsOfWays() {
        return LongStream.range(0, WORLDS_OF_WAYS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureEqualsTheRowsBehindIt(long seed) {
        RandomEvidence evidence = new RandomEvidence(new Random(seed), 300);
        evidence.write(store, MAY);

        for (Optional<String> tld : List.of(Optional.<String>empty(), Optional.of("nl"))) {
            try (Reconciliation reconciliation = Reconciliation.of(store, MAY, tld)) {
                Map<Definition, Figure> expected = new EnumMap<>(Definition.class);
                for (Definition definition : Definition.values()) {
                    expected.put(definition, figure(evidence, definition.rules(), tld));
                }
                assertThat(reconciliation.figures()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seedsOfWays")
    void everyStepBetweenAnyTwoDefinitionsEqualsTheRowsBehindItAndTheStepsAddUp(long seed) {
        RandomEvidence evidence = new RandomEvidence(new Random(seed), 120);
        evidence.write(store, MAY);
        Optional<String> all = Optional.empty();

        try (Reconciliation reconciliation = Reconciliation.of(store, MAY, all)) {
            Map<Definition, Figure> figures = reconciliation.figures();
            for (Definition from : Definition.values()) {
                for (Definition to : Definition.values()) {
                    Waterfall waterfall = reconciliation.between(from, to);
                    assertThat(waterfall.start()).isEqualTo(figures.get(from));
                    assertThat(waterfall.end()).isEqualTo(figures.get(to));
                    Rules before = from.rules();
                    Figure left = waterfall.start();
                    for (Step step : waterfall.steps()) {
                        Rules after = before.with(step.to());
                        assertThat(before.inOrder()).contains(step.from());
                        assertThat(step.shifts())
                                .as("%s to %s: %s", from, to, step.to())
                                .containsExactlyInAnyOrderElementsOf(shifts(evidence, before, after));
                        assertThat(step.after()).isEqualTo(figure(evidence, after, all));
                        for (Part part : Part.values()) {
                            assertThat(left.of(part) + step.in(part) - step.out(part))
                                    .isEqualTo(step.after().of(part));
                        }
                        left = step.after();
                        before = after;
                    }
                    assertThat(before).isEqualTo(to.rules());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theServersOfThePaperAreTheHostsThatDomainsName(long seed) {
        RandomEvidence evidence = new RandomEvidence(new Random(seed), 20);
        evidence.write(store, MAY);
        Set<String> named = domains(evidence, Optional.empty()).stream()
                .filter(evidence.verdicts::containsKey)
                .flatMap(domain -> Optional.ofNullable(evidence.domains.get(domain)).stream())
                .filter(row -> row.mxStatus() == MxStatus.HOSTS || row.mxStatus() == MxStatus.NULL_MX_MIXED)
                .flatMap(row -> row.mx().stream())
                .map(DomainRow.Mx::host)
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet());
        Figure figure = Figure.NONE;
        for (String host : named) {
            figure = figure.plus(server(evidence, host), 1);
        }

        try (Reconciliation reconciliation = Reconciliation.of(store, MAY, Optional.empty())) {
            assertThat(reconciliation.servers()).isEqualTo(figure);
        }
    }

    private static Outcome server(RandomEvidence evidence, String host) {
        HostRow row = evidence.hosts.get(host);
        if (row == null) {
            return Outcome.UNMEASURED;
        }
        return switch (row.tlsaStatus()) {
            case FOUND -> Outcome.YES;
            case FOUND_INSECURE -> Outcome.NO;
            case ABSENT -> Outcome.NOT_COUNTED;
            case FAILED -> Outcome.UNMEASURED;
            case NOT_ASKED ->
                row.aStatus() == AnswerStatus.FAILED || row.aaaaStatus() == AnswerStatus.FAILED
                        ? Outcome.UNMEASURED
                        : Outcome.NOT_COUNTED;
        };
    }

    @Test
    void randomWorldsHaveEveryOutcomeByEveryDefinition() {
        Map<Definition, Set<Outcome>> seen = new EnumMap<>(Definition.class);
        seeds().forEach(seed -> {
            RandomEvidence evidence = new RandomEvidence(new Random(seed), 300);
            for (Definition definition : Definition.values()) {
                Fold fold = new Fold(evidence, definition.rules());
                domains(evidence, Optional.empty())
                        .forEach(domain -> seen.computeIfAbsent(definition, _ -> new TreeSet<>())
                                .add(fold.of(domain)));
            }
        });

        assertThat(seen.remove(Definition.SIGNED_SHARE)).containsExactly(Outcome.YES, Outcome.NO, Outcome.UNMEASURED);
        assertThat(seen)
                .hasSize(Definition.values().length - 1)
                .allSatisfy((definition, outcomes) -> assertThat(outcomes).containsExactly(Outcome.values()));
    }

    @Test
    void aCrawlWithoutDomainsHasFiguresOfNobody() {
        RandomEvidence nothing = new RandomEvidence(new Random(1), 1);
        nothing.frame.clear();
        nothing.write(store, MAY);

        try (Reconciliation reconciliation = Reconciliation.of(store, MAY, Optional.empty())) {
            assertThat(reconciliation.figures()).hasSize(Definition.values().length);
            assertThat(reconciliation.figures().values()).containsOnly(Figure.NONE);
            assertThat(reconciliation
                            .between(Definition.DANE_SURVEY, Definition.INTERNET_NL)
                            .end())
                    .isEqualTo(Figure.NONE);
        }
    }

    @Test
    void ofDomainsThatNobodyObservedOnlyTheDelegationIsKnown() {
        RandomEvidence unseen = new RandomEvidence(new Random(2), 100);
        unseen.domains.clear();
        unseen.verdicts.clear();
        unseen.write(store, MAY);

        try (Reconciliation reconciliation = Reconciliation.of(store, MAY, Optional.empty())) {
            Map<Definition, Figure> figures = reconciliation.figures();
            long frame = domains(unseen, Optional.empty()).size();
            assertThat(figures.remove(Definition.SIGNED_SHARE).denominator()).isPositive();
            assertThat(figures.values()).containsOnly(new Figure(0, 0, frame, 0));
        }
    }

    @Test
    void aCrawlThatWasNotJudgedIsNamed() {
        assertThatThrownBy(() -> Reconciliation.of(store, MAY, Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no judged crawl 2026-05-01 in ");
    }

    // ---- the second computation

    private static Set<String> domains(RandomEvidence evidence, Optional<String> tld) {
        return evidence.frame.stream()
                .filter(row -> tld.map(row.tld()::equals).orElse(true))
                .map(FrameRow::domain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Figure figure(RandomEvidence evidence, Rules rules, Optional<String> tld) {
        Fold fold = new Fold(evidence, rules);
        Map<Outcome, Long> counts =
                domains(evidence, tld).stream().map(fold::of).collect(groupingBy(Function.identity(), counting()));
        long yes = counts.getOrDefault(Outcome.YES, 0L);
        return new Figure(
                yes,
                yes + counts.getOrDefault(Outcome.NO, 0L),
                counts.getOrDefault(Outcome.UNMEASURED, 0L),
                counts.getOrDefault(Outcome.NOT_COUNTED, 0L));
    }

    private static List<Shift> shifts(RandomEvidence evidence, Rules before, Rules after) {
        Fold then = new Fold(evidence, before);
        Fold now = new Fold(evidence, after);
        return domains(evidence, Optional.empty()).stream()
                .map(domain -> new Shift(then.of(domain), now.of(domain), 1))
                .collect(groupingBy(Function.identity(), counting()))
                .entrySet()
                .stream()
                .map(entry -> new Shift(entry.getKey().before(), entry.getKey().after(), entry.getValue()))
                .toList();
    }
}
