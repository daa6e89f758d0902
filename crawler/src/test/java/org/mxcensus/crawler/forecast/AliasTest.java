package org.mxcensus.crawler.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AliasTest {

    @Test
    void drawsAsOftenAsTheWeightsSay() {
        double[] weights = {0, 1, 2, 3, 0, 94};
        Alias alias = new Alias(weights);
        int[] drawn = new int[weights.length];
        int all = 1_000_000;
        for (int i = 0; i < all; i++) {
            drawn[alias.at((i + 0.5) / all)]++;
        }

        for (int i = 0; i < weights.length; i++) {
            assertThat(drawn[i] / (double) all).isCloseTo(weights[i] / 100, within(1e-5));
        }
    }
}
