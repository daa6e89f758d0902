package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /// As statsmodels' `proportion_confint(method="wilson")` gives them.
    @ParameterizedTest
    @CsvSource({
        "50, 100, 0.403832, 0.596168",
        "10, 100, 0.055229, 0.174366",
        "0, 10, 0, 0.277533",
        "10, 10, 0.722467, 1",
        "1, 1, 0.206549, 1"
    })
    void anIntervalIsTheOneThatOthersCompute(long numerator, long denominator, double low, double high) {
        Interval interval = Interval.wilson(numerator, denominator).orElseThrow();

        assertThat(interval.low()).isCloseTo(low, within(1e-6));
        assertThat(interval.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void ofNobodyNothingIsKnown() {
        assertThat(Interval.wilson(0, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.03, 400", "0.3, 100", "0.9, 1000"})
    void nineteenOfTwentySamplesHoldTheShareOfAll(double share, int drawn) {
        Random random = new Random(7);
        int samples = 4_000;

        long right = IntStream.range(0, samples)
                .mapToLong(_ -> IntStream.range(0, drawn)
                        .filter(_ -> random.nextDouble() < share)
                        .count())
                .mapToObj(found -> Interval.wilson(found, drawn).orElseThrow())
                .filter(interval -> interval.low() <= share && share <= interval.high())
                .count();

        assertThat((double) right / samples).isBetween(0.935, 0.97);
    }
}
