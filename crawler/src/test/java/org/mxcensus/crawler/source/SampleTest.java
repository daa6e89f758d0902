package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.UserError;

class SampleTest {
    private static final List<String> NAMES =
            IntStream.range(0, 20_000).mapToObj("domain%d.example"::formatted).toList();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0.01, 0.01", "1%, 0.01", ".5, 0.5", "12.5%, 0.125", "99%, 0.99"})
    void aShareIsWrittenAsANumberOrInPercent(String text, double share) {
        assertThat(Sample.of(text).share()).isCloseTo(share, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "100%", "2", "-0.1", "many", "", "1e-3", "NaN", "0.0%"})
    void allNothingAndWhatIsNoShareIsRefusedInOneSentence(String text) {
        assertThatThrownBy(() -> Sample.of(text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("--sample takes a share above 0 and below 1, not \"" + text + "\";")
                .message()
                .hasLineCount(1);
    }

    @Test
    void soLargeAPartIsDrawnAsTheShareSays() {
        for (double share : List.of(0.01, 0.1, 0.5, 0.9)) {
            long drawn = NAMES.stream().filter(new Sample(share)::has).count();

            // Five standard deviations.
            assertThat((double) drawn)
                    .isCloseTo(share * NAMES.size(), within(5 * Math.sqrt(NAMES.size() * share * (1 - share))));
        }
    }

    @Test
    void aLargerSampleHoldsTheSmaller() {
        assertThat(NAMES.stream().filter(new Sample(0.1)::has)).isNotEmpty().allMatch(new Sample(0.2)::has);
    }

    /// By `printf plain.nl | sha256sum`: 5fedd0c4…, of which the first 53 bits are 0.3747 of all.
    @Test
    void theNameAloneDecides() {
        assertThat(new Sample(0.3747).has("plain.nl")).isFalse();
        assertThat(new Sample(0.3748).has("plain.nl")).isTrue();
    }

    @Test
    void aSampleOfAListIsThePartOfItThatEveryOtherSourceWouldGiveToo() {
        Inputs inputs = new Inputs(folder);
        String list = NAMES.stream().limit(2_000).collect(Collectors.joining("\n"));
        Path file = inputs.file("list", list);

        try (Source part = Sources.open(SourceInput.of(file).sampled(new Sample(0.25)))) {
            List<String> drawn =
                    Inputs.frame(part).stream().map(FrameRow::domain).toList();
            assertThat(drawn)
                    .containsExactlyElementsOf(NAMES.stream()
                            .limit(2_000)
                            .filter(new Sample(0.25)::has)
                            .toList());
            assertThat(part.report().domains()).isEqualTo(drawn.size());
            assertThat(part.report().population()).isEqualTo(2_000);
            assertThat(part.report().sample()).hasValue(0.25);
            assertThat(part.report().signed()).isEmpty();
        }
    }

    @Test
    void theSignedDomainsOfASampledZoneAreCounted() {
        Path zone = new Inputs(folder).file("zone", """
                nl. 3600 IN SOA ns1.nic.nl. hostmaster.nic.nl. 1 3600 600 2419200 600
                nl. 3600 IN NS ns1.nic.nl.
                plain.nl. 3600 IN NS ns1.plain.nl.
                plain.nl. 3600 IN DS 1 13 2 0000000000000000000000000000000000000000000000000000000000000000
                signed.nl. 3600 IN NS ns1.signed.nl.
                signed.nl. 3600 IN DS 1 13 2 0000000000000000000000000000000000000000000000000000000000000000
                silent.nl. 3600 IN NS ns1.silent.nl.
                """);

        try (Source part = Sources.open(SourceInput.of(zone).sampled(new Sample(0.39)))) {
            assertThat(Inputs.frame(part)).extracting(FrameRow::domain).containsExactly("plain.nl", "silent.nl");
            assertThat(part.report().signed()).hasValue(1);
            assertThat(part.report().population()).isEqualTo(3);
        }
    }

    @Test
    void aSampleIntoWhichNothingFallsIsRefused() {
        Path file = new Inputs(folder).file("list", "plain.nl\n");

        assertThatThrownBy(() -> Sources.open(SourceInput.of(file).sampled(new Sample(0.01))))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "None of the domains of %s falls into the sample of 0.01; give a larger share with --sample."
                                .formatted(file));
    }
}
