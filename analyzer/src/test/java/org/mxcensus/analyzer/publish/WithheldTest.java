package org.mxcensus.analyzer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.schema.FrameRow;

class WithheldTest {
    private static final Withheld EXAMPLE = Withheld.below("example.org");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    example.org                             | withheld.invalid
                    mx1.Example.ORG.                        | withheld.invalid.
                    220 mx1.example.org ESMTP ready         | 220 withheld.invalid ESMTP ready
                    v=TLSRPTv1; rua=mailto:jane@example.org | v=TLSRPTv1; rua=mailto:withheld.invalid
                    mx: *.example.org                       | mx: *.withheld.invalid
                    example.org.evil.example                | example.org.evil.example
                    notexample.org                          | notexample.org
                    example.organic                         | example.organic
                    250 ok                                  | 250 ok
                    ...                                     | ...
                    """)
    void namesInTextsAreReplaced(String text, String left) {
        assertThat(EXAMPLE.left(new FrameRow("other.nl", text, "nl", null, List.of(text), null)))
                .contains(new FrameRow("other.nl", left, "nl", null, List.of(left), null));
    }

    @Test
    void aRowAboutTheNameIsLeftOut() {
        assertThat(EXAMPLE.left(new FrameRow("www.example.org", "zone", "org", null, null, 1L)))
                .isEmpty();
    }

    @Test
    void aRowWithoutTheNameIsTheVeryRow() {
        FrameRow row = new FrameRow("other.nl", "zone", "nl", null, List.of("ns.other.nl"), 1L);
        assertThat(EXAMPLE.left(row)).containsSame(row);
    }

    @Test
    void addressesAreReplacedToo() throws Exception {
        InetAddress address = InetAddress.ofLiteral("192.0.2.1");
        Withheld withheld = new Withheld(_ -> false, address::equals);
        assertThat(withheld.left(new FrameRow("other.nl", "[192.0.2.1] 192.0.2.11 1.2.3.4.5", "nl", null, null, null)))
                .isEqualTo(Optional.of(
                        new FrameRow("other.nl", "[withheld.invalid] 192.0.2.11 1.2.3.4.5", "nl", null, null, null)));
    }
}
