package org.mxcensus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Test classes that the ledger's own tests run. The build does not: their names do not end in `Test`.
final class Samples {

    private Samples() {}

    static class EveryEnd {
        @Test
        void holds() {}

        @Test
        void breaks() {
            assertThat(1).as("one").isEqualTo(2);
        }

        @Test
        void cannotRunHere() {
            assumeTrue(false, "no such server\non this machine");
        }

        @Test
        @Disabled("until the flood is over")
        void switchedOff() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void holdsForEach(int value) {
            assertThat(value).isPositive();
        }
    }

    static class EveryTag {
        @Test
        void plain() {}

        @Test
        @Tag("full")
        void slow() {}

        @Test
        @Tag("full")
        @Tag("endurance")
        void slowest() {}

        @ParameterizedTest
        @Tag("full")
        @ValueSource(ints = {1, 2})
        void slowForEach(int value) {
            assertThat(value).isPositive();
        }

        @Test
        @Tag("browser")
        void tagOfNoTier() {}
    }

    @Tag("endurance")
    static class Benchmarks {
        @Test
        void first() {}

        @Test
        void second() {}
    }

    @Disabled("the whole class")
    static class SwitchedOff {
        @Test
        void first() {}

        @Test
        void second() {}
    }

    static class NothingToStandOn {
        @BeforeAll
        static void look() {
            assumeTrue(false, "no data");
        }

        @Test
        void first() {}

        @Test
        void second() {}
    }

    static class GroundGivesWay {
        @BeforeAll
        static void build() {
            if (!Files.exists(Path.of("no-such-file"))) {
                throw new IllegalStateException("no room");
            }
        }

        @Test
        void first() {}
    }
}
