package org.mxcensus.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"PT0.04S, 0.0 s", "PT4.2S, 4.2 s", "PT59.9S, 59.9 s", "PT3M5S, 3:05", "PT2H14M9S, 2:14:09"})
    void timesGrowInTheirUnits(Duration time, String text) {
        assertThat(Figures.time(time)).isEqualTo(text);
    }

    @Test
    void aShareOfNothingIsNoZero() {
        assertThat(Figures.share(0, 0)).isEqualTo("-");
        assertThat(Figures.share(0, 7)).isEqualTo("0.0 %");
    }

    @Test
    void aRateNeedsNoTimeAtAll() {
        assertThat(Figures.rate(42_000, Duration.ofSeconds(2))).isEqualTo("21,000");
        assertThat(Figures.rate(0, Duration.ZERO)).isEqualTo("0");
    }

    @Test
    void aBarKeepsItsWidth() {
        assertThat(Figures.bar(0)).isEqualTo("[........................]");
        assertThat(Figures.bar(1.5)).isEqualTo("[########################]");
        assertThat(Figures.bar(0.5)).isEqualTo("[############............]");
    }
}
