package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Given limits for a crawl, the share of one partition.
class PaceLimitsTest {

    @Test
    void aNetworkHasOneOwnerAndKeepsItsLimits() {
        assertThat(PaceLimits.NORMAL.spanningDividedBy(16))
                .isEqualTo(new PaceLimits(
                        PaceLimits.NORMAL.address(),
                        PaceLimits.NORMAL.network(),
                        Limit.of(4, 160),
                        500,
                        PaceLimits.NORMAL.backOff()));
    }

    @Test
    void whatEverybodyConnectsToIsDividedThroughout() {
        assertThat(new PaceLimits(8, 16, 1_000, Duration.ofMillis(10)).dividedBy(4))
                .isEqualTo(new PaceLimits(2, 4, 250, Duration.ofMillis(40)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "3, 333", "7, 142", "999, 1", "1000, 1"})
    void sharesNeverMakeMoreThanTheWhole(int partitions, int share) {
        assertThat(PaceLimits.POLICY_HOSTS.spanningDividedBy(partitions).overall())
                .isEqualTo(share);
        assertThat(PaceLimits.POLICY_HOSTS.dividedBy(partitions).overall()).isEqualTo(share);
        assertThat(share * partitions).isLessThanOrEqualTo(PaceLimits.POLICY_HOSTS.overall());
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 8_000, 1_000_000})
    void aShareIsOneAtLeast(int partitions) {
        assertThat(PaceLimits.GENTLE.spanningDividedBy(partitions))
                .isEqualTo(new PaceLimits(
                        Limit.of(1, 1_000),
                        Limit.of(1, 500),
                        Limit.of(1, 50L * partitions),
                        1,
                        PaceLimits.GENTLE.backOff()));
        assertThat(PaceLimits.POLICY_HOSTS.dividedBy(partitions)).isEqualTo(new PaceLimits(1, 1, 1, Duration.ZERO));
    }

    @Test
    void theWholeIsTheShareOfOne() {
        assertThat(PaceLimits.NORMAL.spanningDividedBy(1)).isEqualTo(PaceLimits.NORMAL);
        assertThat(PaceLimits.NORMAL.dividedBy(1)).isEqualTo(PaceLimits.NORMAL);
    }
}
