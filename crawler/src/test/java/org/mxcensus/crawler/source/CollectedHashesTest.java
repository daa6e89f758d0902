package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectedHashesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 100, 200_000})
    void tellsWhatIsThereAndWhatCameTwice(int count) {
        var random = new Random(count);
        var repeated = new HashSet<Long>();
        var hashes = new CollectedHashes(repeated::add);
        var expected = new HashSet<Long>();
        var expectedRepeated = new HashSet<Long>();
        for (var i = 0; i < count; i++) {
            // Small ones lie all in one array, at its very beginning, and come again and again.
            var hash = random.nextInt(4) == 0 ? random.nextInt(1_000) : random.nextLong();
            hashes.add(hash);
            if (!expected.add(hash)) {
                expectedRepeated.add(hash);
            }
        }
        hashes.complete();
        assertThat(hashes.size()).isEqualTo(expected.size());
        assertThat(repeated).isEqualTo(expectedRepeated);
        assertThat(expected).allMatch(hashes::contains);
        assertThat(random.longs(10_000)).allMatch(hash -> hashes.contains(hash) == expected.contains(hash));
        assertThat(hashes.contains(0)).isEqualTo(expected.contains(0L));
    }

    @Test
    void countsWhatTwoShare() {
        var one = new CollectedHashes(_ -> {});
        var two = new CollectedHashes(_ -> {});
        for (var i = 0L; i < 1_000; i++) {
            one.add(i * 0x9E37_79B9_7F4A_7C15L);
            two.add(i * 2 * 0x9E37_79B9_7F4A_7C15L);
        }
        one.complete();
        two.complete();
        assertThat(one.countIn(two)).isEqualTo(500);
    }
}
