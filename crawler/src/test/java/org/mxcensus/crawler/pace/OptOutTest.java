package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.LoggerFactory;

/// Given this list, these are left alone.
class OptOutTest {

    private static final OptOut LIST = OptOut.parse(
            List.of(
                    "# who asked not to be measured",
                    "",
                    "Example.ORG.   # and everything below",
                    "mx1.provider.example",
                    "b\u00fccher.example",
                    "192.0.2.0/24",
                    "198.51.100.7",
                    "2001:db8:5::/48",
                    "as64500"),
            "list");

    @ParameterizedTest
    @CsvSource({
        "example.org, true",
        "EXAMPLE.org., true",
        "mx.example.org, true",
        "a.b.c.example.org, true",
        "notexample.org, false",
        "org, false",
        "mx1.provider.example, true",
        "mx2.provider.example, false",
        "provider.example, false",
        "xn--bcher-kva.example, true",
        "mail.xn--bcher-kva.example, true"
    })
    void namesCoverWhatLiesBelow(String name, boolean covered) {
        assertThat(LIST.covers(name)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, true",
        "192.0.3.1, false",
        "198.51.100.7, true",
        "198.51.100.8, false",
        "2001:db8:5:1::1, true",
        "2001:db8:6::1, false",
        "::ffff:192.0.2.1, true"
    })
    void blocksCoverTheirAddresses(String ip, boolean covered) {
        assertThat(LIST.covers(Literal.address(ip))).isEqualTo(covered);
    }

    @Test
    void equalListsHaveEqualEntries() {
        OptOut other = OptOut.parse(List.of("AS64500", "2001:DB8:5:0::/48", "example.org", "198.51.100.7/32"), "other");

        assertThat(other.entries()).containsExactly("198.51.100.7/32", "2001:db8:5::/48", "AS64500", "example.org");
        assertThat(OptOut.parse(other.entries(), "again").entries()).isEqualTo(other.entries());
    }

    @Test
    void aListLacksWhatItDoesNotCover() {
        OptOut other = OptOut.parse(List.of("mx.example.org", "example.net", "192.0.2.0/24", "192.0.3.0/24"), "other");

        assertThat(LIST.lacks(other)).containsExactly("192.0.3.0/24", "example.net");
        assertThat(LIST.and(other).lacks(other)).isEmpty();
        assertThat(LIST.lacks(OptOut.NOBODY)).isEmpty();
    }

    @Test
    void systemsAreKeptButHaveNoEffect() {
        assertThat(LIST.unenforced()).containsExactly("AS64500");
    }

    @Test
    void thatIsSaidOnceForAll(@TempDir Path folder) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(OptOut.class);
        logger.addAppender(log);
        try {
            OptOut.load(Files.writeString(folder.resolve("list.txt"), "AS64500\nAS64501\n"));
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getFormattedMessage()).contains("list.txt: AS64500, AS64501 not enforced"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a name",
                "192.0.2.300",
                "192.0.2.1/24",
                "192.0.2.0/33",
                "2001:db8::/129",
                "fe80::1%eth0",
                "*.example.org",
                "someone@example.org",
                "https://example.org/",
                "example..org"
            })
    void whatCannotBeReadIsNamedWithItsLine(String entry) {
        assertThatThrownBy(() -> OptOut.parse(List.of("example.org", "# fine", entry), "opt-out.txt"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("opt-out.txt, line 3, says \"" + entry + "\"");
    }

    @Test
    void aMissingFileIsSaid(@TempDir Path folder) {
        assertThatThrownBy(() -> OptOut.load(folder.resolve("none.txt")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("none.txt cannot be read");
    }

    @Test
    void aBinaryFileIsSaid(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("list.gz"), new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0, (byte) 0xFF});

        assertThatThrownBy(() -> OptOut.load(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("list.gz cannot be read");
    }

    @Test
    void nobodyIsNobody() {
        assertThat(OptOut.NOBODY.covers("example.org")).isFalse();
        assertThat(OptOut.NOBODY.covers(Literal.address("192.0.2.1"))).isFalse();
    }
}
