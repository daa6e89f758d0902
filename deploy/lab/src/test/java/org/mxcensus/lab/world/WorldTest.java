package org.mxcensus.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a world is cut into zones, and where its hosts stand.
class WorldTest {

    private static final World WORLD = World.of(
            ZoneSpec.of("xx").withSigned(false),
            DomainSpec.of("signed.nl").withSigned(true).withNs(List.of("ns1.dns.org")),
            DomainSpec.of("unsigned.nl"),
            DomainSpec.of("island.xx").withSigned(true),
            HostSpec.of("mx.signed.nl"),
            HostSpec.of("a.mail.provider.com").withSigned(true),
            HostSpec.of("b.mail.provider.com"),
            HostSpec.of("short.com"),
            HostSpec.of("mail.short.com"));

    @ParameterizedTest
    @CsvSource({
        // name                 zone               signed  secure
        "signed.nl,             signed.nl,         true,   true",
        "mx.signed.nl,          signed.nl,         true,   true",
        "unsigned.nl,           unsigned.nl,       false,  false",
        "island.xx,             island.xx,         true,   false",
        "a.mail.provider.com,   mail.provider.com, true,   true",
        "b.mail.provider.com,   mail.provider.com, true,   true",
        "provider.com,          com,               true,   true",
        "mail.short.com,        short.com,         false,  false",
        "ns1.dns.org,           dns.org,           false,  false",
        "never.heard.of,        .,                 true,   true",
    })
    void eachNameLiesInAZone(String name, String apex, boolean signed, boolean secure) {
        ZoneCut cut = WORLD.cuts().enclosing(name);
        assertThat(cut.apex()).isEqualTo(apex);
        assertThat(cut.signed()).isEqualTo(signed);
        assertThat(cut.secure()).isEqualTo(secure);
    }

    @Test
    void theOrderOfTheLinesDoesNotMatter() {
        List<Spec> specs = new ArrayList<>(WORLD.specs());
        World reversed = World.of(specs.reversed());
        assertThat(reversed.cuts().all())
                .containsExactlyInAnyOrderElementsOf(WORLD.cuts().all());
    }

    @Test
    void eachHostHasAnAddressOfItsOwnUnlessTheWorldSaysOtherwise() {
        World crowd = World.of(IntStream.range(0, 20_000)
                .mapToObj(i -> HostSpec.of("mx" + i + ".example.net"))
                .toList());
        assertThat(crowd.roster().hostsByAddress())
                .hasSize(20_000)
                .allSatisfy((address, hosts) -> assertThat(hosts).hasSize(1));
    }

    @Test
    void anAddressFollowsFromTheName() {
        World small = World.of(HostSpec.of("mx1.example.net"), HostSpec.of("mx2.example.net"));
        World large = World.of(HostSpec.of("mx9.example.net"), HostSpec.of("mx2.example.net"));
        assertThat(small.roster().addressesOf(small.host("mx2.example.net").orElseThrow()))
                .isEqualTo(
                        large.roster().addressesOf(large.host("mx2.example.net").orElseThrow()))
                .singleElement()
                .asString()
                .matches("127\\.(1[6-9]|[2-9]\\d|1\\d\\d|2[0-4]\\d|25[0-4])\\.\\d+\\.\\d+");
    }

    @Test
    void aHostCanHaveSeveralAddressesOfTheLabsChoosing() {
        World world = World.of(HostSpec.of("mx.example.net").withAddresses("auto", "auto", "::1"));
        assertThat(world.roster().addressesOf(world.hosts().getFirst()))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .endsWith("::1");
    }
}
