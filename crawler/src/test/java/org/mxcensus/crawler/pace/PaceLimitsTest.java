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
        assertThat(PaceLimits.NORMAL.overallDividedBy(16))
                .isEqualTo(new PaceLimits(1, 4, 500, PaceLimits.NORMAL.networkInterval()));
    }

    @Test
    void whatEverybodyConnectsToIsDividedThroughout() {
        assertThat(new PaceLimits(8, 16, 1_000, Duration.ofMillis(10)).dividedBy(4))
                .isEqualTo(new PaceLimits(2, 4, 250, Duration.ofMillis(40)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "3, 333", "7, 142", "999, 1", "1000, 1"})
    void sharesNeverMakeMoreThanTheWhole(int partitions, int share) {
        assertThat(PaceLimits.POLICY_HOSTS.overallDividedBy(partitions).overall())
                .isEqualTo(share);
        assertThat(PaceLimits.POLICY_HOSTS.dividedBy(partitions).overall()).isEqualTo(share);
        assertThat(share * partitions).isLessThanOrEqualTo(PaceLimits.POLICY_HOSTS.overall());
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 8_000, 1_000_000})
    void aShareIsOneAtLeast(int partitions) {
        assertThat(PaceLimits.GENTLE.overallDividedBy(partitions))
                .isEqualTo(new PaceLimits(1, 1, 1, PaceLimits.GENTLE.networkInterval()));
        assertThat(PaceLimits.POLICY_HOSTS.dividedBy(partitions)).isEqualTo(new PaceLimits(1, 1, 1, Duration.ZERO));
    }

    @Test
    void theWholeIsTheShareOfOne() {
        assertThat(PaceLimits.NORMAL.overallDividedBy(1)).isEqualTo(PaceLimits.NORMAL);
        assertThat(PaceLimits.NORMAL.dividedBy(1)).isEqualTo(PaceLimits.NORMAL);
    }
}
