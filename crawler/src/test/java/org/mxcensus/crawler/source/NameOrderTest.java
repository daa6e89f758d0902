package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameOrderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.nl",
                // Signed zones: by labels, from the right.
                "a.nl a-b.nl b.nl a.co.nl b.co.nl",
                // A sorted file: by bytes, and the hyphen comes before the dot.
                "a-b.nl a.co.nl a.nl b.co.nl b.nl",
                // Numbered: short ones first.
                "d1.nl d2.nl d10.nl d20.nl d100.nl"
            })
    void seesEachOrderThatZoneFilesHave(String names) {
        assertThat(follow(names)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.nl a.nl", // twice
                "b.nl a.nl", // falling
                "a.nl bb.nl c.nl b.nl", // rising, then falling
                "a-b.nl a.nl a.co.nl", // by bytes first, by labels then: no order of both
                "d1.nl d10.nl d2.nl d10.nl"
            })
    void seesThatThereIsNone(String names) {
        assertThat(follow(names)).isFalse();
    }

    private static boolean follow(String names) {
        var order = new NameOrder();
        var name = new NameBytes();
        var follows = true;
        for (var text : List.of(names.split(" "))) {
            name.set(text);
            follows = order.follows(name);
        }
        return follows;
    }
}
