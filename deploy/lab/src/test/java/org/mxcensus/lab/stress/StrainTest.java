package org.mxcensus.lab.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is drawn under stress: as much as was asked for, and the same in every run.
class StrainTest {

    private static final int MANY = 20_000;
    private static final List<String> QUESTIONS =
            IntStream.range(0, MANY).mapToObj(number -> "d" + number + ".nl MX").toList();
    private static final List<String> STAGES = List.of("early", "late", "at the end");
    private static final Stress HARD = Stress.NONE.withDatagramLoss(0.05).withResets(0.02);

    private final AtomicLong now = new AtomicLong();

    @Test
    void withoutStressNothingHappens() {
        Strain strain = new Strain(Stress.NONE);
        assertThat(QUESTIONS).allSatisfy(about -> {
            assertThat(strain.losesDatagram(about)).isFalse();
            assertThat(strain.reset(about, STAGES)).isEmpty();
            assertThat(strain.turnsAway(about)).isFalse();
            assertThat(strain.hasTooManyRequests(about)).isFalse();
            assertThat(strain.leavesAfterQuery()).isEmpty();
        });
    }

    @Test
    void theShareOfDatagramsIsLost() {
        Strain strain = new Strain(HARD);
        long lost = QUESTIONS.stream().filter(strain::losesDatagram).count();
        assertThat(1.0 * lost / MANY).isEqualTo(0.05, within(0.005));
    }

    @Test
    void theShareOfConnectionsIsResetAtEveryStageAlike() {
        Strain strain = new Strain(HARD);
        Map<String, Long> resets = QUESTIONS.stream()
                .flatMap(address -> strain.reset(address, STAGES).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(resets).containsOnlyKeys(STAGES);
        assertThat(resets.values())
                .allSatisfy(count -> assertThat(1.0 * count / MANY).isEqualTo(0.02 / 3, within(0.002)));
    }

    @Test
    void theOrderOfQuestionsDoesNotMatter() {
        List<String> backwards = new ArrayList<>(QUESTIONS);
        Collections.reverse(backwards);
        Strain one = new Strain(HARD);
        Strain other = new Strain(HARD);
        List<String> lost =
                new ArrayList<>(backwards.stream().filter(other::losesDatagram).toList());
        Collections.reverse(lost);
        assertThat(QUESTIONS.stream().filter(one::losesDatagram)).isEqualTo(lost);
    }

    @Test
    void whoAsksAgainMeetsSomethingElse() {
        Strain strain = new Strain(HARD);
        List<String> lost = QUESTIONS.stream().filter(strain::losesDatagram).toList();
        long again = lost.stream().filter(strain::losesDatagram).count();
        assertThat(1.0 * again / lost.size()).isEqualTo(0.05, within(0.03));
    }

    @Test
    void anotherSeedOrVersionIsAnotherDay() {
        Strain strain = new Strain(HARD);
        List<String> lost = QUESTIONS.stream().filter(strain::losesDatagram).toList();
        strain.restart();
        assertThat(QUESTIONS.stream().filter(strain::losesDatagram)).isNotEqualTo(lost);
        Strain other = new Strain(HARD.withSeed(2));
        assertThat(QUESTIONS.stream().filter(other::losesDatagram)).isNotEqualTo(lost);
    }

    @Test
    void theResolverLeavesOnceInEachVersion() {
        Absence absence = new Absence(3, Duration.ofSeconds(20));
        Strain strain = new Strain(Stress.NONE.withAbsence(absence));
        for (int version = 0; version < 2; version++) {
            assertThat(Stream.generate(strain::leavesAfterQuery).limit(10))
                    .containsExactly(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(absence.lasting()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            strain.restart();
        }
    }

    @Test
    void aSecondCallWithinASecondIsTurnedAway() {
        Strain strain = new Strain(Stress.NONE.withLimiting(1), now::get);
        List<String> addresses = QUESTIONS.subList(0, 200);
        long atFirst = addresses.stream().filter(strain::turnsAway).count();
        // While others call.
        assertThat(atFirst).isBetween(20L, 80L);
        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(addresses).allMatch(strain::turnsAway);
        now.addAndGet(Duration.ofMillis(1_000).toNanos());
        assertThat(addresses.stream().filter(strain::turnsAway).count()).isBetween(20L, 80L);
    }

    @Test
    void someServersLimitAndSomeSaySoAtOnce() {
        Strain strain = new Strain(Stress.NONE.withLimiting(0.1), now::get);
        QUESTIONS.forEach(strain::turnsAway);
        List<String> limiting = QUESTIONS.stream().filter(strain::turnsAway).toList();
        assertThat(1.0 * limiting.size() / MANY).isEqualTo(0.1, within(0.01));
        long atOnce = limiting.stream().filter(strain::turnsAwayAtOnce).count();
        assertThat(1.0 * atOnce / limiting.size()).isEqualTo(0.5, within(0.05));
    }

    @Test
    void soManyPoliciesAreServedASecond() {
        Strain strain = new Strain(Stress.NONE.withPoliciesPerSecond(2), now::get);
        assertThat(tooMany(strain, 4)).containsExactly(false, false, true, true);
        assertThat(strain.hasTooManyRequests("another address")).isFalse();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(tooMany(strain, 3)).containsExactly(false, false, true);
    }

    private static List<Boolean> tooMany(Strain strain, int calls) {
        return Stream.generate(() -> strain.hasTooManyRequests("127.0.0.1"))
                .limit(calls)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aShareIsAShare(double wrong) {
        assertThat(Arrays.<Function<Double, Stress>>asList(
                        Stress.NONE::withDatagramLoss, Stress.NONE::withResets, Stress.NONE::withLimiting))
                .allSatisfy(with ->
                        assertThatThrownBy(() -> with.apply(wrong)).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void anAbsenceBeginsAndEnds() {
        assertThatThrownBy(() -> new Absence(0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Absence(1, Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
