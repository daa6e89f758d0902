package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.store.UserError;

/// Each of these ends in one sentence that says what, where, and what to do.
class BrokenInputTest {
    private static final String ZONE = """
            nl. 3600 IN SOA ns1.dns.nl. hostmaster.nl. 1 3600 600 2419200 600
            a.nl. 3600 IN NS ns1.a.nl.
            a.nl. 3600 IN DS 1 13 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
            a.nl. 3600 IN RRSIG DS 13 2 3600 20260201000000 20260101000000 1 nl. AAAA
            """;

    @TempDir
    Path folder;

    private Inputs inputs;

    @BeforeEach
    void open() {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b.n",
                "b.nl. 36",
                "b.nl. 3600 I",
                "b.nl. 3600 IN N",
                "b.nl. 3600 IN NS",
                "b.nl. 3600 IN NS ns1.b.nl",
                "b.nl. 3600 IN DS 1 13 2",
                "b.nl. 3600 IN DS 1 13 2 0011223",
                "ns1.b.nl. 3600 IN A 192.0.2",
                "ns1.b.nl. 3600 IN AAAA 2001:db8:",
                "b.nl. 3600 IN TXT \"half a",
                "b.nl. 3600 IN RRSIG DS 13 2 3600 20260201",
            })
    void zoneThatEndsInTheMiddleOfARecord(String rest) {
        refused(ZONE + rest)
                .hasMessageContaining(
                        "input is cut off: it ends in the middle of a record, in line 5; get the file again");
    }

    @Test
    void zoneThatEndsWithoutALineFeedButWithAWholeRecord() {
        assertThat(inputs.frame(ZONE + "b.nl. 3600 IN NS ns1.b.nl.")).hasSize(2);
        assertThat(inputs.frame(ZONE + "ns1.b.nl. 3600 IN AAAA 2001:db8::1")).hasSize(1);
        assertThat(inputs.frame(ZONE + "; the end")).hasSize(1);
        // Where others are written so as well, a relative name is a name.
        assertThat(inputs.frame("$ORIGIN nl.\na NS ns1\nb NS ns1")).hasSize(2);
    }

    @Test
    void zoneWhoseParenthesisIsNeverClosed() {
        refused(ZONE + "b.nl. NS ( ns1.b.nl.\nc.nl. NS ns1.c.nl.\n")
                .hasMessageContaining("the parenthesis that opens in line 5 is never closed");
        refused(ZONE + "b.nl. NS ( ns1.b.nl.\n" + "c.nl. NS ns1.c.nl.\n".repeat(100_000))
                .hasMessageContaining("the parenthesis that opens in line 5 is never closed");
    }

    @Test
    void zoneWhoseTransferFailed() {
        refused(ZONE + "; Transfer failed.\n").hasMessageContaining("line 5 says that the zone transfer failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$INCLUDE other.zone", "$include other.zone", "$GENERATE 1-9 a$ NS ns"})
    void zoneThatNeedsMoreThanItself(String line) {
        refused(ZONE + line + "\n")
                .hasMessageContaining("in line 5, which is not followed here: write the zone out first");
    }

    @Test
    void transferThatWasCutBetweenTwoLines() {
        var dig = "\n; <<>> DiG 9.18.49 <<>> @127.0.0.1 AXFR nl.\n; (1 server found)\n;; global options: +cmd\n";
        refused(dig + ZONE).hasMessageContaining("lacks the SOA record that transfers end with");
        assertThat(inputs.frame(dig + ZONE + ZONE.lines().findFirst().orElseThrow() + "\n"))
                .hasSize(1);
        assertThat(inputs.frame(dig.replace("AXFR", "+onesoa AXFR") + ZONE)).hasSize(1);
        // Printed name by name: no transfer.
        assertThat(inputs.frame(dig.replace("AXFR nl.", "NS a.nl.") + ZONE)).hasSize(1);
    }

    @Test
    void twoZonesInOneFile() {
        refused(ZONE + "b.nl. 3600 IN SOA ns1.b.nl. hostmaster.nl. 1 3600 600 2419200 600\n")
                .hasMessageContaining(
                        "holds more than one zone: nl, and b.nl from line 5 on; give each in a file of its own");
        // A transfer ends with the SOA record that it begins with; zones of other classes are none of ours.
        var again = "nl. 3600 IN SOA ns1.dns.nl. hostmaster.nl. 1 3600 600 2419200 600\n";
        assertThat(inputs.frame(ZONE + again)).hasSize(1);
        assertThat(inputs.frame(ZONE + "bind. 0 CH SOA bind. hostmaster.bind. 0 28800 7200 604800 86400\n"))
                .hasSize(1);
    }

    @Test
    void zoneThatDoesNotTellItsName() {
        refused("@ IN SOA ns1 hostmaster 1 3600 600 2419200 600\na NS ns1\n")
                .hasMessageContaining("does not tell whose zone it is")
                .hasMessageContaining("put a line like $ORIGIN nl. at its top");
    }

    @Test
    void zoneThatDelegatesNothing() {
        refused("nl. 3600 IN SOA ns1.dns.nl. hostmaster.nl. 1 3600 600 2419200 600\nnl. NS ns1.dns.nl.\n")
                .hasMessageContaining("delegates no domain below nl");
    }

    @Test
    void packedFileThatIsCutAnywhere() {
        var text = (ZONE + "b.nl. NS ns1.b.nl.\n".repeat(50)).getBytes(StandardCharsets.UTF_8);
        for (var whole : List.of(Inputs.gzip(text), Inputs.zstd(text))) {
            for (var length : List.of(7, 12, whole.length / 2, whole.length - 1)) {
                var file = inputs.file("cut", Arrays.copyOf(whole, length));
                refused(file)
                        .hasMessageMatching(
                                "The input .*cut is damaged or cut off: its (gzip|zstd) data break .*; get the file again\\.");
            }
        }
    }

    /// A thousand times its size: it is read no further than a line may go.
    @Test
    void packedFileOfOneEndlessLine() {
        var line = new byte[64 << 20];
        Arrays.fill(line, (byte) 'a');
        for (var packed : List.of(Inputs.gzip(line), Inputs.zstd(line))) {
            assertThat(packed.length).isLessThan(line.length / 500);
            refused(inputs.file("bomb", packed))
                    .hasMessageContaining("bomb")
                    .hasMessageContaining("its line 1 is longer than a mebibyte");
        }
    }

    @Test
    void binaryFile() {
        var bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);
        refused(inputs.file("input", bytes)).hasMessageContaining("input is a binary file");
        refused(inputs.file("gz", Inputs.gzip(bytes))).hasMessageContaining("gz is a binary file");
    }

    @Test
    void filePackedInAnotherWay() {
        refused("PK\u0003\u0004....")
                .hasMessageContaining("is packed with zip, which is not read here: unpack it first");
        refused("BZh91AY").hasMessageContaining("is packed with bzip2");
        refused(inputs.file("xz", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0}))
                .hasMessageContaining("is packed with xz");
        refused(inputs.file("utf16", "example.nl".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("is UTF-16 text: convert it first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "; only a comment\n"})
    void emptyInput(String text) {
        refused(text).hasMessageContaining("input is empty: give a zone file, or a list with one domain a line");
        refused(inputs.file("gz", Inputs.gzip(text.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("gz is empty");
    }

    @Test
    void listWithoutADomain() {
        refused("no domain here\n").hasMessageContaining("input:1: character not of names: U+0020");
        refused("{\"domain\": \"example.nl\"}\n").hasMessageContaining("looks like JSON");
        refused("<html>\n").hasMessageContaining("looks like HTML or XML");
        refused("a".repeat(2 << 20)).hasMessageContaining("its line 1 is longer than a mebibyte");
    }

    @Test
    void inputThatIsNotThere() {
        refused(folder.resolve("missing")).hasMessageContaining("missing does not exist");
        refused(folder).hasMessageContaining("is a folder");
    }

    @Test
    void inputThatChangesBetweenTheReadings() {
        var file = inputs.file("input", ZONE);
        var source = Sources.open(SourceInput.of(file));
        inputs.file("input", ZONE + "b.nl. NS ns1.b.nl.\n");
        assertThatThrownBy(() -> Inputs.frame(source))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void nameThatCannotBeUsed() {
        assertThatThrownBy(() -> new SourceInput("x", folder, Optional.of("../x"), false, Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("source name \"../x\" cannot be used");
    }

    @Test
    void twoInputsThatAreTheSameSource() {
        var one = SourceInput.of(inputs.file("one", ZONE));
        var two = SourceInput.of(inputs.file("two", ZONE));
        assertThatThrownBy(() -> Sources.openAll(List.of(one, two)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("are both the source nl");
    }

    @Test
    void standardInputLeavesNothingBehindWhenItIsRefused() throws IOException {
        var input =
                SourceInput.of("-", Optional.empty(), folder.resolve("spool"), new ByteArrayInputStream(new byte[0]));
        assertThatThrownBy(() -> Sources.open(input))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("The input - is empty");
        try (var left = Files.list(folder.resolve("spool"))) {
            assertThat(left).isEmpty();
        }
    }

    private AbstractThrowableAssert<?, ?> refused(String text) {
        return refused(inputs.file("input", text));
    }

    private static AbstractThrowableAssert<?, ?> refused(Path file) {
        return assertThatThrownBy(() -> Sources.open(SourceInput.of(file))).isInstanceOf(UserError.class);
    }
}
