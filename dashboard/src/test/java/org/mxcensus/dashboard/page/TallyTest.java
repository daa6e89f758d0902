package org.mxcensus.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void aShareComesWithWhatItIsAShareOf() {
        Tally tally = new Tally(684, 2000, 12);

        assertThat(tally.share()).isEqualTo("34.2\u00a0%");
        assertThat(tally.counts()).isEqualTo("684 of 2,000");
        assertThat(tally.unmeasuredShare()).isEqualTo("12 unmeasured (0.6\u00a0%)");
    }

    @Test
    void whereNothingCouldBeMeasuredThereIsNoShareRatherThanZero() {
        Tally tally = new Tally(0, 0, 5);

        assertThat(tally.share()).isEqualTo("no data");
        assertThat(tally.shareNumber()).isEqualTo("–");
        assertThat(tally.sortKey()).isEmpty();
        assertThat(tally.changeSince(new Tally(1, 2, 0))).isEmpty();
        assertThat(new Tally(1, 2, 0).changeSince(tally)).isEmpty();
    }

    @Test
    void aChangeIsInPercentagePointsWithItsSign() {
        Tally half = new Tally(50, 100, 0);

        assertThat(new Tally(52, 100, 0).changeSince(half)).isEqualTo("+2.0");
        assertThat(new Tally(47, 100, 0).changeSince(half)).isEqualTo("−3.0");
        assertThat(new Tally(5001, 10_000, 0).changeSince(half)).isEqualTo("±0.0");
    }
}
