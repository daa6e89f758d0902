package org.mxcensus.analyzer.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// From one standing to another, this happened.
class EventTest {

    @ParameterizedTest
    @CsvSource({
        "WITHOUT, WORKING, ADOPTED",
        "WITHOUT, PARTIAL, ADOPTED",
        "WITHOUT, BROKEN, ADOPTED",
        "WORKING, WITHOUT, DROPPED",
        "PARTIAL, WITHOUT, DROPPED",
        "BROKEN, WITHOUT, DROPPED",
        "WORKING, BROKEN, BROKE",
        "PARTIAL, BROKEN, BROKE",
        "BROKEN, WORKING, REPAIRED",
        "BROKEN, PARTIAL, REPAIRED",
        "WORKING, PARTIAL, STAYED",
        "PARTIAL, WORKING, STAYED",
        "OUTSIDE, WITHOUT, APPEARED",
        "OUTSIDE, UNMEASURED, APPEARED",
        "UNMEASURED, OUTSIDE, VANISHED",
        "BROKEN, OUTSIDE, VANISHED",
        "NOT_APPLICABLE, WORKING, NOT_APPLICABLE",
        "WORKING, NOT_APPLICABLE, NOT_APPLICABLE",
        "NOT_APPLICABLE, UNMEASURED, UNMEASURED",
        "WORKING, NOT_WORKING, UNMEASURED",
        "NOT_WORKING, WITHOUT, UNMEASURED",
        "NOT_WORKING, NOT_APPLICABLE, UNMEASURED",
        "NOT_WORKING, NOT_WORKING, UNMEASURED",
        "OUTSIDE, NOT_WORKING, APPEARED"
    })
    void eachPairOfStandingsIsOneEvent(Standing before, Standing after, Event event) {
        assertThat(Event.of(before, after)).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource(names = "OUTSIDE", mode = EnumSource.Mode.EXCLUDE)
    void ofWhatCouldNotBeToldNoChangeIsMade(Standing other) {
        assertThat(Event.of(Standing.UNMEASURED, other)).isEqualTo(Event.UNMEASURED);
        assertThat(Event.of(other, Standing.UNMEASURED)).isEqualTo(Event.UNMEASURED);
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHOUT", "PARTIAL", "BROKEN", "WORKING"})
    void whoStandsAsBeforeStayed(Standing same) {
        assertThat(Event.of(same, same)).isEqualTo(Event.STAYED);
    }

    @Test
    void aDomainThatNeitherCrawlNamesIsAMistake() {
        assertThatThrownBy(() -> Event.of(Standing.OUTSIDE, Standing.OUTSIDE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
