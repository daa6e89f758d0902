package org.mxcensus.ledger.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Given parsers with a fault each: it is found, and named.
class FuzzTest {
    private static final Fuzz NUMBERS = new Fuzz(
            "numbers",
            new Limits(Duration.ofMillis(200), 32 << 20),
            List.of("12,34".getBytes(US_ASCII), new byte[] {}));

    @Test
    void aParserWithoutAFaultSeesManyInputs() throws Exception {
        Set<List<Byte>> seen = new HashSet<>();

        NUMBERS.run(input -> seen.add(boxed(input)));

        assertThat(seen).hasSizeGreaterThan(500).contains(boxed("12,34".getBytes(US_ASCII)));
    }

    @Test
    void theSameSeedMakesTheSameInputs() throws Exception {
        List<List<Byte>> one = new ArrayList<>();
        List<List<Byte>> other = new ArrayList<>();

        NUMBERS.run(input -> one.add(boxed(input)));
        NUMBERS.run(input -> other.add(boxed(input)));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void anExceptionIsAFinding() {
        assertThatThrownBy(() -> NUMBERS.run(
                        input -> assertThat(new String(input, US_ASCII).substring(input.length > 100 ? -1 : 0))
                                .isNotNull()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("numbers: throws")
                .hasMessageContaining("src/test/fuzz/numbers")
                .hasRootCauseInstanceOf(StringIndexOutOfBoundsException.class);
    }

    @Test
    void aParserThatDoesNotComeBackIsAFinding() {
        assertThatThrownBy(() -> NUMBERS.run(FuzzTest::loop))
                .hasMessageContaining("thinks for more than 200 ms of CPU")
                .rootCause()
                .satisfies(where -> assertThat(where.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("loop")));
    }

    @Test
    void memoryWithoutMeasureIsAFinding() {
        List<byte[]> kept = new ArrayList<>();

        assertThatThrownBy(() -> NUMBERS.run(input -> {
                    kept.clear();
                    kept.add(new byte[input.length > 1_000 ? 64 << 20 : 1]);
                }))
                .hasMessageContaining("bytes of memory");
    }

    /// For ever where there is a bracket, which mutation has to find.
    private static void loop(byte[] input) {
        boolean bracket = new String(input, US_ASCII).contains("[");
        while (bracket) {
            Thread.onSpinWait();
        }
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> boxed = new ArrayList<>();
        for (byte each : bytes) {
            boxed.add(each);
        }
        return boxed;
    }
}
