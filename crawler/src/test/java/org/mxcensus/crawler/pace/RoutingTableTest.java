package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.store.UserError;

/// Given a routing table in one of its forms, who announces an address.
class RoutingTableTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 64500",
        "192.0.2.129, 64501",
        "192.0.2.200, 64502",
        "192.0.3.1, 64499",
        "193.0.0.1, 0",
        "2001:db8::1, 64510",
        "2001:db8:1::1, 64511",
        "2001:db8:1:2:3:4:5:6, 64512",
        "2001:db9::1, 0",
        "::ffff:192.0.2.1, 64500"
    })
    void theLongestPrefixDecides(String ip, long system) throws Exception {
        RoutingTable routes = table("""
                # a table
                192.0.2.0/24 64500
                192.0.0.0/16\t64499

                192.0.2.128/25 AS64501
                192.0.2.200/32 64502
                2001:db8::/32 64510
                2001:db8:1::/48 64511
                2001:db8:1:2:3:4:5:6/128 64512
                """);

        assertThat(routes.origins(Literal.address(ip))).isEqualTo(system == 0 ? List.of() : List.of(system));
    }

    @Test
    void theFormOfCaida() throws Exception {
        RoutingTable routes = table("1.0.0.0\t24\t13335\n1.0.4.0\t22\t38803_56203\n2001:200::\t32\t2500\n");

        assertThat(routes.origins(Literal.address("1.0.0.1"))).containsExactly(13335L);
        assertThat(routes.origins(Literal.address("1.0.7.255"))).containsExactly(38803L, 56203L);
        assertThat(routes.origins(Literal.address("2001:200::1"))).containsExactly(2500L);
    }

    @Test
    void theFormOfRanges() throws Exception {
        RoutingTable routes = table("""
                1.0.0.0\t1.0.0.255\t13335\tUS\tCLOUD NET
                1.0.1.0\t1.0.3.255\t0\tNone\tNot routed
                1.0.4.0\t1.0.10.7\t38803\tAU\tA
                2001:200::\t2001:200:5ff:ffff:ffff:ffff:ffff:ffff\t2500\tJP\tB
                """);

        assertThat(routes.origins(Literal.address("1.0.0.255"))).containsExactly(13335L);
        assertThat(routes.origins(Literal.address("1.0.1.0"))).isEmpty();
        assertThat(routes.origins(Literal.address("1.0.10.7"))).containsExactly(38803L);
        assertThat(routes.origins(Literal.address("1.0.10.8"))).isEmpty();
        assertThat(routes.origins(Literal.address("2001:200:5ff::1"))).containsExactly(2500L);
        assertThat(routes.origins(Literal.address("2001:200:600::1"))).isEmpty();
    }

    @Test
    void everyAddressOfRandomRangesIsFoundAsASimpleSearchFindsIt() throws Exception {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        List<long[]> ranges = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < 2_000; i++) {
            long from = at + random.nextInt(1 << random.nextInt(21));
            long to = from + random.nextInt(1 << random.nextInt(21));
            at = to + 1;
            ranges.add(new long[] {from, to, 1 + i % 300});
            text.append(ip(from))
                    .append('\t')
                    .append(ip(to))
                    .append('\t')
                    .append(1 + i % 300)
                    .append('\n');
        }
        RoutingTable routes = table(text.toString());

        for (long[] range : ranges) {
            for (long each : new long[] {range[0], (range[0] + range[1]) / 2, range[1]}) {
                assertThat(routes.origins(Literal.address(ip(each)))).containsExactly(range[2]);
            }
        }
        assertThat(routes.origins(Literal.address(ip(at)))).isEmpty();
    }

    @Test
    void gzipIsReadToo() throws Exception {
        Path file = folder.resolve("routes.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("192.0.2.0/24 64500\n".getBytes(StandardCharsets.UTF_8));
        }

        RoutingTable routes = RoutingTable.load(file);

        assertThat(routes.origins(Literal.address("192.0.2.7"))).containsExactly(64500L);
        assertThat(routes).asString().matches("1 prefixes, sha256 [0-9a-f]{64}");
    }

    /// What the largest tables of today hold fits well into a hundred megabytes.
    @Test
    void aMillionPrefixesAreSmall() {
        PrefixTable table = new PrefixTable(32);
        for (int i = 0; i < 1_000_000; i++) {
            table.put(0x0100_0000L + (i * 3L << 8), 0, 24 - i % 3, 1 + i % 70_000);
        }
        assertThat(table.size()).isGreaterThan(900_000);
        assertThat(table.slots() * 12L).as("bytes").isLessThan(60_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.0/24",
                "192.0.2.0/33 64500",
                "192.0.2/24 64500",
                "192.0.2.0/24 AS",
                "192.0.2.0/24 4294967296",
                "192.0.2.9\t192.0.2.1\t64500",
                "192.0.2.0\t2001:db8::\t64500",
                "hello world again"
            })
    void whatIsNoRouteIsNamedWithItsLine(String line) {
        assertThatThrownBy(() -> table("192.0.2.0/24 64500\n" + line + "\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("routes.txt, line 2, says \"" + line);
    }

    @Test
    void anEmptyTableIsRefused() {
        assertThatThrownBy(() -> table("# nothing\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has no route");
    }

    private RoutingTable table(String text) throws IOException {
        return RoutingTable.load(Files.writeString(folder.resolve("routes.txt"), text));
    }

    private static String ip(long number) throws IOException {
        byte[] bytes = {(byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number};
        return InetAddress.getByAddress(bytes).getHostAddress();
    }
}
