package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Instant SEEN = Instant.parse("2026-08-22T12:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration YEAR = Duration.ofDays(365);

    private final Waiting waiting = new Waiting();

    @Test
    void whatIsLeftOfThePause() {
        assertThat(until(SEEN, SEEN.plusSeconds(60))).isEqualTo(Duration.ofMinutes(14));
        assertThat(until(SEEN, SEEN.plus(PAUSE))).isEqualTo(Duration.ZERO);
        assertThat(until(SEEN, SEEN.plus(YEAR))).isNegative();
    }

    @Test
    void aClockThatWasSetBackIsWaitedForOnce() {
        Instant now = SEEN.minus(YEAR);

        assertThat(until(SEEN, now)).isEqualTo(PAUSE);
        assertThat(until(SEEN.plusSeconds(60), now.plus(PAUSE))).isEqualTo(Duration.ofSeconds(60));
        assertThat(until(SEEN.plusSeconds(60), now.plus(PAUSE).plusSeconds(60))).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatWasPutOffSinceIsNotHurried() {
        Instant now = SEEN.minus(YEAR);
        until(SEEN, now);

        assertThat(until(now, now.plusSeconds(60))).isEqualTo(Duration.ofMinutes(14));
    }

    private Duration until(Instant seen, Instant now) {
        return waiting.until(seen.plus(PAUSE), PAUSE, now);
    }
}
