package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.store.UserError;

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
        OptOut other =
                OptOut.parse(List.of("AS64500.", "2001:DB8:5:0::/48", "example.org", "198.51.100.7/32"), "other");

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
    void systemsHaveNoEffectWithoutARoutingTable() {
        assertThat(LIST.unenforced()).containsExactly("AS64500");
        assertThat(LIST.covers(Literal.address("203.0.113.9"))).isFalse();
    }

    @Test
    void systemsCoverWhatTheyAnnounce(@TempDir Path folder) throws Exception {
        RoutingTable routes = RoutingTable.load(
                Files.writeString(folder.resolve("routes.txt"), "203.0.113.0/24 64500\n203.0.113.128/25 64501\n"));
        OptOut list = LIST.with(routes);

        assertThat(list.unenforced()).isEmpty();
        assertThat(list.covers(Literal.address("203.0.113.9"))).isTrue();
        assertThat(list.covers(Literal.address("203.0.113.129")))
                .as("announced more specifically by another")
                .isFalse();
        assertThat(list.and(OptOut.NOBODY).covers(Literal.address("203.0.113.9")))
                .as("joined with another list")
                .isTrue();
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
    void nobodyIsNobody() {
        assertThat(OptOut.NOBODY.covers("example.org")).isFalse();
        assertThat(OptOut.NOBODY.covers(Literal.address("192.0.2.1"))).isFalse();
    }
}
