package org.mxcensus.crawler.pace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.ledger.fuzz.Fuzz;

/// Lists of those who opted out and tables of routes, changed at random: read, or refused in a sentence.
class ListsUnderFuzzTest {

    @TempDir
    Path folder;

    @Test
    void listsOfThoseWhoOptedOut() throws Exception {
        fuzz("opt-out", "example.nl\n192.0.2.0/24 # theirs\n2001:db8::/32\nAS64496\n*.example.net\n", "größe.example\n")
                .run(input -> {
                    List<String> lines = new String(input, UTF_8).lines().toList();
                    try {
                        OptOut list = OptOut.parse(lines, "list");
                        assertThat(OptOut.parse(list.entries(), "list").entries())
                                .containsExactlyInAnyOrderElementsOf(list.entries());
                    } catch (UserError e) {
                        assertThat(e).hasMessageEndingWith(".").message().hasSizeLessThan(1_000);
                    }
                });
    }

    @Test
    void tablesOfRoutes() throws Exception {
        InetAddress address = InetAddress.getByName("192.0.2.1");
        fuzz(
                        "routes",
                        "192.0.2.0/24 64496\n2001:db8::/32 64497\n",
                        "192.0.2.0\t24\t64496_64497,64498\n",
                        "10.0.0.0|8|1\n")
                .run(input -> {
                    try {
                        assertThat(RoutingTable.load(Files.write(folder.resolve("routes"), input))
                                        .origins(address))
                                .isNotNull();
                    } catch (UserError e) {
                        assertThat(e).hasMessageEndingWith(".").message().hasSizeLessThan(1_000);
                    }
                });
    }

    private static Fuzz fuzz(String name, String... seeds) {
        return new Fuzz(name, Stream.of(seeds).map(seed -> seed.getBytes(UTF_8)).toList());
    }
}
