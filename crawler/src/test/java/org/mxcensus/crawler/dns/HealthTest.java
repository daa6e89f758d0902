package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Whether a resolver is worth asking.
class HealthTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Health health = new Health();
    private long now = 77;

    @Test
    void wellToBeginWith() {
        assertThat(health.isWell()).isTrue();
    }

    @Test
    void silentTwentyTimesInARow() {
        silences(19);
        health.answered(false, now);
        silences(19);
        assertThat(health.isWell()).isTrue();
        silences(1);
        assertThat(health.isWell()).isFalse();
        health.answered(false, now);
        assertThat(health.isWell()).isTrue();
    }

    @Test
    void unreachableAtOnce() {
        health.unreachable(now);
        assertThat(health.isWell()).isFalse();
        health.answered(false, now);
        assertThat(health.isWell()).isTrue();
    }

    @Test
    void lameWhoRefusesTwentyTimesInARow() {
        for (int i = 0; i < 20; i++) {
            assertThat(health.isWell()).isTrue();
            health.answered(true, now);
        }
        assertThat(health.isWell()).isFalse();
        health.answered(false, now);
        assertThat(health.isWell()).isTrue();
    }

    @Test
    void lookedAtAgainAtLongerAndLongerIntervals() {
        health.unreachable(now);
        int looks = 0;
        for (int second = 0; second <= 600; second++) {
            health.unreachable(now);
            if (health.wantsALook(now)) {
                looks++;
            }
            now += SECOND;
        }
        // After 1, 3, 7, 15, 31 seconds, and every thirty from then on.
        assertThat(looks).isEqualTo(5 + (600 - 31) / 30);
    }

    @Test
    void whoIsBackIsLookedAtSoonWhenItGoesAgain() {
        health.unreachable(now);
        for (int i = 0; i < 10; i++) {
            now += 40 * SECOND;
            health.wantsALook(now);
        }
        health.answered(false, now);
        health.unreachable(now);
        assertThat(health.wantsALook(now + SECOND)).isTrue();
    }

    private void silences(int count) {
        for (int i = 0; i < count; i++) {
            health.silent(now);
        }
    }
}
