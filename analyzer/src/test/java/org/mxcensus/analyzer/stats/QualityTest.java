package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.TestCrawl;

class QualityTest {

    @ParameterizedTest
    @CsvSource({
        "100, 0, GOOD",
        "99, 0, FAIR",
        "95, 5, FAIR",
        "190, 10, GOOD",
        "190, 11, FAIR",
        "30, 7, FAIR",
        "80, 20, FAIR",
        "80, 21, POOR",
        "29, 0, POOR",
        "1, 1000000, POOR",
        "0, 0, NONE",
        "0, 5, NONE"
    })
    void aFigureIsAsGoodAsItsMeasuredAreManyAndItsUnmeasuredFew(long denominator, long unmeasured, Quality quality) {
        assertThat(Quality.of(denominator, unmeasured)).isEqualTo(quality);
    }

    @Test
    void theUnmeasuredCouldBeAllNoOrAllYes() {
        AdoptionPoint point = new AdoptionPoint(TestCrawl.DATE, Metric.DANE, 20, 3, 8, 2);

        assertThat(point.lowest()).hasValue(0.3);
        assertThat(point.highest()).hasValue(0.5);
        assertThat(point.share()).hasValue(0.375);
        assertThat(new AdoptionPoint(TestCrawl.DATE, Metric.DANE, 20, 0, 0, 0).lowest())
                .isEmpty();
    }
}
