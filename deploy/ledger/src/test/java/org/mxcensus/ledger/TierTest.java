package org.mxcensus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TierTest {

    @ParameterizedTest
    @CsvSource({
        "'',             DEFAULT",
        "browser,        DEFAULT",
        "full,           FULL",
        "endurance,      ENDURANCE",
        "full endurance, ENDURANCE",
        "endurance full, ENDURANCE"
    })
    void theHighestTagDecides(String tags, Tier tier) {
        assertThat(Tier.of(List.of(tags.split(" ")))).isEqualTo(tier);
    }

    @Test
    void eachTierRunsWhatTheTiersBelowItRun() {
        assertThat(Tier.values()).filteredOn(Tier.DEFAULT::runs).containsExactly(Tier.DEFAULT);
        assertThat(Tier.values()).filteredOn(Tier.FULL::runs).containsExactly(Tier.DEFAULT, Tier.FULL);
        assertThat(Tier.values()).filteredOn(Tier.ENDURANCE::runs).containsExactly(Tier.values());
    }

    @ParameterizedTest
    @EnumSource
    void everyTierIsFoundByItsName(Tier tier) {
        assertThat(Tier.named(tier.tag())).isEqualTo(tier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Full", "fast"})
    void anyOtherNameIsAMistakeAndSaysWhatWouldDo(String name) {
        assertThatThrownBy(() -> Tier.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mxcensus.tier is default, full or endurance, and not '" + name + "'");
    }
}
