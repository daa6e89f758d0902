package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many datagrams may be on their way.
class CongestionWindowTest {
    private static final long FAST = Duration.ofNanos(200_000).toNanos();
    private static final long QUEUED = Duration.ofMillis(20).toNanos();

    private final CongestionWindow window = new CongestionWindow(10_000, 0);
    private long now;
    private long next;
    private long lost;

    @Test
    void startsSmall() {
        fill();
        assertThat(window.fresh()).isEqualTo(64);
        assertThat(window.hasRoom()).isFalse();
    }

    @Test
    void isNeverLargerThanAllowed() {
        CongestionWindow small = new CongestionWindow(5, 0);
        assertThat(small.size()).isEqualTo(5);
        for (int i = 0; i < 100; i++) {
            while (small.hasRoom()) {
                small.sent();
            }
            small.answered(FAST, now);
            small.settled();
        }
        assertThat(small.size()).isEqualTo(5);
    }

    @Test
    void doublesEachRoundWhileAnswersDoNotQueue() {
        round(FAST);
        assertThat(window.size()).isEqualTo(128);
        round(FAST);
        assertThat(window.size()).isEqualTo(256);
    }

    @Test
    void growsByAFewARoundOnceTheyQueue() {
        round(FAST);
        int before = window.size();
        round(QUEUED);
        int after = window.size();
        assertThat(after).isBetween(before, 2 * before);
        round(QUEUED);
        assertThat(window.size()).isBetween(after + 7, after + 9);
    }

    /// A resolver's slow answers are no queue: the fast ones between them show it.
    @Test
    void slowAnswersAreNoQueue() {
        for (int i = 0; i < 5; i++) {
            fill();
            now += 40 * QUEUED;
            for (int left = window.fresh(); left > 0; left--) {
                answered(left % 10 == 0 ? FAST : 40 * QUEUED);
            }
        }
        assertThat(window.size()).isGreaterThan(500);
    }

    @Test
    void doesNotGrowWhileItIsNotUsed() {
        for (int i = 0; i < 1000; i++) {
            window.sent();
            now += FAST;
            answered(FAST);
        }
        assertThat(window.size()).isEqualTo(64);
    }

    @Test
    void aFewLossesMayBeChance() {
        round(FAST);
        round(FAST);
        int before = window.size();
        lose(before / 64 + 4);
        assertThat(window.size()).isEqualTo(before);
        lose(1);
        assertThat(window.size()).isEqualTo((int) (0.7 * before));
    }

    @Test
    void shrinksOnceForAllThatWasSentBefore() {
        round(FAST);
        round(QUEUED);
        int before = window.size();
        lose(before / 4);
        assertThat(window.size()).isEqualTo((int) (0.7 * before));
    }

    @Test
    void whereMostIsLostAsMuchIsLeftAsGotThrough() {
        round(FAST);
        round(FAST);
        int before = window.size();
        lost = fill() - before;
        lose(before - 20);
        assertThat(window.size()).isEqualTo(20);
    }

    /// Nothing is known to be lost yet, but of those on their way only few are answered.
    @Test
    void doesNotGrowByWhatIsNotAnswered() {
        fill();
        for (int i = 0; i < 5000; i++) {
            now += FAST / 10;
            answered(FAST);
            fill();
        }
        assertThat(window.size()).isLessThan(200);
    }

    @Test
    void aTenthLostAtRandomLeavesMuch() {
        Random random = new Random(7);
        long sum = 0;
        for (int turn = 0; turn < 5000; turn++) {
            long number = fill();
            now += FAST;
            for (int left = window.fresh(); left > 0; left--) {
                if (random.nextInt(10) == 0) {
                    window.settled();
                    window.lost(number - left);
                } else {
                    answered(FAST);
                }
            }
            sum += window.size();
        }
        assertThat(sum / 5000).isGreaterThan(10);
    }

    @Test
    void isNeverSmallerThanFour() {
        for (int i = 0; i < 100; i++) {
            long from = fill();
            now += FAST;
            for (int left = window.fresh(); left > 0; left--) {
                window.settled();
                window.lost(from - left);
            }
        }
        assertThat(window.size()).isEqualTo(CongestionWindow.LEAST);
        fill();
        assertThat(window.fresh()).isEqualTo(CongestionWindow.LEAST);
    }

    @Test
    void aLossThatWasNoneIsTakenBack() {
        round(FAST);
        round(QUEUED);
        int before = window.size();
        lose(before / 64 + 5);
        assertThat(window.size()).isLessThan(before);
        window.wasNotLost(0);
        assertThat(window.size()).as("the rest may be chance").isEqualTo(before);
    }

    /// They are told late, when several windows have been sent.
    @Test
    void lossesCountForTheWindowThatTheyAreOf() {
        round(FAST);
        round(FAST);
        int before = window.size();
        for (int turn = 0; turn < 20; turn++) {
            fill();
            now += FAST;
            for (int left = window.fresh(); left > 0; left--) {
                answered(FAST);
            }
        }
        int after = window.size();
        assertThat(after).isGreaterThan(before);
        for (int i = 0; i < 20; i++) {
            window.lost(200 + (long) i * after / 4);
        }
        assertThat(window.size()).as("four of each").isEqualTo(after);
    }

    /// A server that takes so many at a time, drops what is more, and answers what it has taken in order.
    @ParameterizedTest
    @ValueSource(ints = {8, 100, 277, 2730})
    void settlesNearWhatTheServerTakes(int room) {
        int sent = 0;
        int lost = 0;
        long answersBefore = 0;
        for (int turn = 0; turn < 4000; turn++) {
            int before = window.fresh();
            long number = fill();
            int offered = window.fresh() - before;
            int dropped = Math.max(0, window.fresh() - room);
            int taken = window.fresh() - dropped;
            if (turn > 1000) {
                sent += offered;
                lost += dropped;
                answersBefore += taken;
            }
            now += FAST + taken * 20_000L;
            for (int i = 0; i < taken; i++) {
                answered(FAST + i * 20_000L);
            }
            for (int i = 0; i < dropped; i++) {
                window.settled();
                window.lost(number - dropped + i);
            }
        }
        assertThat(lost).isLessThan(sent / 6);
        assertThat(answersBefore / 2999).isGreaterThan(room / 2);
    }

    private void round(long time) {
        fill();
        now += time;
        for (int left = window.fresh(); left > 0; left--) {
            answered(time);
        }
    }

    /// @return the number of the next datagram
    private long fill() {
        while (window.hasRoom()) {
            next = window.sent() + 1;
        }
        return next;
    }

    private void answered(long time) {
        window.answered(time, now);
        window.settled();
    }

    /// The first ones that count.
    private void lose(int count) {
        for (int i = 0; i < count; i++) {
            window.lost(lost++);
        }
    }
}
