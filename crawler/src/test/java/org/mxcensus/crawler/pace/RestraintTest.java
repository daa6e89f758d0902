package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Given how servers took our calls, the limits as they are then.
class RestraintTest {
    private static final PaceLimits LIMITS = new PaceLimits(
            new Limit(1, Duration.ofMillis(100)),
            new Limit(4, Duration.ofMillis(50)),
            new Limit(8, Duration.ofMillis(10)),
            100,
            new BackOff(4, 2, Duration.ofMillis(50), Duration.ofSeconds(10), Duration.ofMinutes(10)));
    private static final Peer BUSY = Peers.of("192.0.2.1", "example.net");
    private static final Peer OF_SAME_OPERATOR = Peers.of("198.51.100.1", "example.net");
    private static final Peer OF_ANOTHER = Peers.of("203.0.113.1", "example.org");

    private final StoppedTime time = new StoppedTime();
    private final Restraint restraint = new Restraint(LIMITS, time);

    @Test
    void whoSaysNothingHasTheUsualLimits() {
        assertThat(BUSY.units()).extracting(restraint::atOnce).containsExactly(1, 4, 8);
        assertThat(apart(BUSY)).containsExactly(100L, 50L, 10L);
    }

    @Test
    void whoSaysLaterIsSparedWithHisNetworkAndHisOperator() {
        assertThat(hear(BUSY, Reception.LATER)).isEqualTo(3);

        assertThat(BUSY.units()).extracting(restraint::atOnce).containsExactly(1, 1, 1);
        assertThat(apart(BUSY)).as("four times, twice, and twice the least").containsExactly(400L, 100L, 100L);
        assertThat(apart(OF_SAME_OPERATOR)).containsExactly(100L, 50L, 100L);
        assertThat(apart(OF_ANOTHER)).containsExactly(100L, 50L, 10L);
    }

    @Test
    void eachTimeItTakesFourTimesAsLongUpToTheLongest() {
        assertThat(IntStream.range(0, 6).mapToObj(i -> {
                    time.pass(Duration.ofNanos(1));
                    hear(BUSY, Reception.LATER);
                    return apart(BUSY)[0];
                }))
                .containsExactly(400L, 1_599L, 6_399L, 10_000L, 10_000L, 10_000L);
    }

    /// Four connections at once are told the same thing.
    @Test
    void answersToCallsMadeBeforeTheLastBackOffTellNothingNew() {
        long begun = time.nanos();
        time.pass(Duration.ofMillis(1));
        restraint.heard(BUSY, begun, Reception.LATER);
        restraint.heard(BUSY, begun, Reception.LATER);

        assertThat(apart(BUSY)).containsExactly(400L, 100L, 100L);
    }

    @Test
    void welcomesUndoItStepByStep() {
        hear(BUSY, Reception.LATER);

        for (long expected : new long[] {320, 256, 204, 163, 131, 104}) {
            hear(BUSY, Reception.WELCOME);
            assertThat(apart(BUSY)[0]).isEqualTo(expected);
            assertThat(restraint.atOnce(BUSY.unit(Unit.Scope.ADDRESS))).isEqualTo(1);
        }
        hear(BUSY, Reception.WELCOME);

        assertThat(apart(BUSY)).containsExactly(100L, 50L, 10L);
        assertThat(BUSY.units()).extracting(restraint::atOnce).containsExactly(1, 4, 8);
        assertThat(restraint.size()).isZero();
    }

    @Test
    void aWelcomeAtOneServerRelievesHisOperatorAndNotTheOtherServer() {
        hear(BUSY, Reception.LATER);

        hear(OF_SAME_OPERATOR, Reception.WELCOME);

        assertThat(apart(BUSY)).containsExactly(400L, 100L, 80L);
    }

    @Test
    void timeMakesItForgotten() {
        hear(BUSY, Reception.LATER);

        time.pass(Duration.ofMinutes(10));
        assertThat(apart(BUSY)[0]).isEqualTo(200);
        time.pass(Duration.ofMinutes(10));
        assertThat(apart(BUSY)[0]).isEqualTo(100);
        hear(OF_ANOTHER, Reception.LATER);
        assertThat(restraint.size()).as("the three units of the other").isEqualTo(3);
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int i = 0; i < 20_000; i++) {
            hear(Peers.at("10.%d.%d.1".formatted(i / 256, i % 256)), Reception.LATER);
        }

        assertThat(restraint.size()).isEqualTo(10_000);
        assertThat(restraint.isRestrained(Peers.at("10.78.31.1").unit(Unit.Scope.ADDRESS)))
                .as("the last one")
                .isTrue();
        assertThat(restraint.isRestrained(Peers.at("10.0.0.1").unit(Unit.Scope.ADDRESS)))
                .as("the first one")
                .isFalse();
    }

    /// Most addresses that take no call are none of a server: only of one that did it is an answer.
    @Test
    void aCallThatIsNotTakenIsAnAnswerOfWhomeverTookOneBefore() {
        assertThat(hear(BUSY, Reception.TURNED_AWAY)).isZero();

        hear(BUSY, Reception.WELCOME);

        assertThat(hear(BUSY, Reception.TURNED_AWAY)).isEqualTo(1);
        assertThat(apart(BUSY)).as("the address alone").containsExactly(400L, 50L, 10L);
    }

    @ParameterizedTest
    @EnumSource(Reception.class)
    void withoutBackOffNobodyIsListenedTo(Reception reception) {
        Restraint deaf = new Restraint(PaceLimits.LAB, time);

        assertThat(deaf.heard(BUSY, time.nanos(), Reception.WELCOME)).isEmpty();
        assertThat(deaf.heard(BUSY, time.nanos(), reception)).isEmpty();
        assertThat(deaf.size()).isZero();
    }

    private int hear(Peer peer, Reception reception) {
        return restraint.heard(peer, time.nanos(), reception).size();
    }

    private Long[] apart(Peer peer) {
        return peer.units().stream()
                .map(unit -> Duration.ofNanos(restraint.apart(unit)).toMillis())
                .toArray(Long[]::new);
    }
}
