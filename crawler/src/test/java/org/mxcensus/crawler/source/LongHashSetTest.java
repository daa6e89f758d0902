package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongHashSetTest {

    @Test
    void behavesLikeAnyOtherSet() {
        var random = new Random(1);
        var set = new LongHashSet();
        var expected = new HashSet<Long>();
        for (var i = 0; i < 100_000; i++) {
            var hash = random.nextInt(4) == 0 ? random.nextInt(1_000) : random.nextLong();
            assertThat(set.add(hash)).isEqualTo(expected.add(hash));
        }
        assertThat(set.size()).isEqualTo(expected.size());
        assertThat(expected).allMatch(set::contains);
        assertThat(random.longs(10_000)).allMatch(hash -> set.contains(hash) == expected.contains(hash));
    }

    @Test
    void countsWhatTwoSetsShare() {
        var one = new LongHashSet();
        var two = new LongHashSet();
        for (var i = 0L; i < 1_000; i++) {
            one.add(i * 0x9E37_79B9_7F4A_7C15L);
            two.add(i * 2 * 0x9E37_79B9_7F4A_7C15L);
        }
        assertThat(one.countIn(two)).isEqualTo(500);
        assertThat(new LongHashSet().countIn(one)).isZero();
    }
}
