package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// When a datagram is sent again.
class RoundTripTest {
    private final RoundTrip roundTrip = new RoundTrip();
    private long now = Long.MAX_VALUE - 1_000_000;

    @Test
    void aSecondBeforeAnythingIsKnown() {
        assertThat(roundTrip.timeout()).isEqualTo(millis(1000));
    }

    /// RFC 6298 §2.2: the first time, and twice its half four times.
    @Test
    void threeTimesTheFirst() {
        answered(100, 100);
        assertThat(roundTrip.timeout()).isEqualTo(millis(300));
    }

    /// RFC 6298 §2.3, by hand: a variation of 3/4 × 50 + 1/4 × 60, a mean of 7/8 × 100 + 1/8 × 160.
    @Test
    void whatComesAfterwardsIsSmoothed() {
        answered(100, 100);
        answered(160, 160);
        assertThat(roundTrip.timeout()).isEqualTo((long) (1e6 * (107.5 + 4 * 52.5)));
    }

    @Test
    void aResolverOnThisMachineIsGivenTimeToBreathe() {
        answers(1000, 0.1);
        assertThat(roundTrip.timeout()).isEqualTo(millis(200));
    }

    @Test
    void aSlowOneIsNotWaitedForWithoutEnd() {
        answers(1000, 9_000);
        assertThat(roundTrip.timeout()).isEqualTo(millis(3000));
    }

    @Test
    void oneOfThousandsUnderWaySaysLess() {
        answered(200, 0);
        answered(1200, 0.2);
        assertThat(roundTrip.timeout()).isBetween(millis(600), millis(620));
    }

    /// Nine in ten from memory, the tenth from the world: of these, the slowest are waited for in vain.
    @Test
    void ofAHundredAnswersAboutTwoAreTooLate() {
        Random random = new Random(7);
        int late = 0;
        int answers = 50_000;
        for (int i = 0; i < answers; i++) {
            double time = random.nextInt(10) > 0 ? 0.2 : Math.min(12_000, 30 * Math.exp(1.6 * random.nextGaussian()));
            if (time * 1e6 > roundTrip.timeout()) {
                late++;
                roundTrip.wasImpatient();
            }
            answered(time, 0.1);
        }
        assertThat(late).isBetween(answers / 200, answers * 3 / 100);
    }

    @Test
    void patienceIsLostAgain() {
        answers(10, 100);
        long before = roundTrip.timeout();
        for (int i = 0; i < 20; i++) {
            roundTrip.wasImpatient();
        }
        assertThat(roundTrip.timeout()).isGreaterThan(before);
        answers(2000, 100);
        assertThat(roundTrip.timeout()).isEqualTo(millis(200));
    }

    private void answers(int count, double millis) {
        for (int i = 0; i < count; i++) {
            answered(millis, millis);
        }
    }

    /// @param since milliseconds since the answer before it
    private void answered(double millis, double since) {
        now += (long) (since * 1e6);
        roundTrip.answered((long) (millis * 1e6), now);
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
