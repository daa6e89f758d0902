package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Percentiles of very many times.
class LatencyHistogramTest {
    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void nothingTookNoTime() {
        assertThat(histogram.percentile(0.5)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 127, 128, 1_000, 999_999, 15_000_000_000L, Long.MAX_VALUE / 3})
    void oneTimeIsAllPercentiles(long nanos) {
        histogram.add(nanos);
        assertThat(histogram.percentile(0.01)).isBetween(nanos, nanos + nanos / 64);
        assertThat(histogram.percentile(1)).isBetween(nanos, nanos + nanos / 64);
    }

    @Test
    void asTheSortedListSays() {
        Random random = new Random(7);
        long[] times = random.longs(10_000, 1, 1_000_000_000)
                .map(t -> t / (1 + t % 1000))
                .toArray();
        Arrays.stream(times).forEach(histogram::add);
        Arrays.sort(times);
        for (int percent = 1; percent <= 100; percent++) {
            long exact = times[times.length * percent / 100 - 1];
            assertThat(histogram.percentile(percent / 100.0)).isBetween(exact, exact + exact / 64);
        }
    }
}
