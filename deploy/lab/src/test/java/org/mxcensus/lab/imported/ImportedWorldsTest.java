package org.mxcensus.lab.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mxcensus.lab.client.Asking.ask;
import static org.mxcensus.lab.client.Asking.data;
import static org.mxcensus.lab.client.Asking.isAuthentic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.Asking;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.Type;

/// Small lists become the worlds that they describe.
class ImportedWorldsTest {

    @TempDir
    Path folder;

    @Test
    void aListGivesEachDomainItsExchangesInTheirOrder() throws IOException {
        World world = ImportedWorlds.fromPublicBodies(gz("list.csv.gz", """
                domain,mx,spf,mx_asns
                town.at,mx1.town.at mx2.provider.net,"v=spf1 include:a.net, ""quoted"" -all",1
                empty.at,,"v=spf1
                -all",
                dörfl.at,mx2.provider.net,v=spf1 -all,2
                odd.at,~ https://www.example.net/x localhost,,
                """));
        assertThat(world.domains())
                .extracting(DomainSpec::name)
                .containsExactly("town.at", "empty.at", "xn--drfl-5qa.at", "odd.at");
        assertThat(world.domain("town.at").orElseThrow().mx()).containsExactly("10 mx1.town.at", "20 mx2.provider.net");
        assertThat(world.domain("town.at").orElseThrow().txt())
                .containsExactly("v=spf1 include:a.net, \"quoted\" -all");
        assertThat(world.domain("empty.at").orElseThrow().mx()).isEmpty();
        assertThat(world.domain("odd.at").orElseThrow().mx())
                .containsExactly("10 ~", "20 https://www.example.net/x", "30 localhost");
        assertThat(world.hosts()).extracting(HostSpec::name).containsExactly("mx1.town.at", "mx2.provider.net");
    }

    @Test
    void evenOddExchangesAreServed() throws IOException {
        World world = ImportedWorlds.fromPublicBodies(gz("list.csv.gz", """
                domain,mx,spf
                odd.at,~ https://www.example.net/x localhost,
                """));
        try (Lab lab = Lab.start(world, LabOptions.defaults())) {
            assertThat(data(ask(new Asking(lab).stub(), "odd.at.", Type.MX), Type.MX))
                    .containsExactly("10 ~.", "20 https://www.example.net/x.", "30 localhost.");
        }
    }

    @Test
    void ofADomainInTwoListsTheFirstCounts() throws IOException {
        World world = ImportedWorlds.fromPublicBodies(
                gz("one.csv.gz", "domain,mx,spf\na.at,one.net,\n"), gz("two.csv.gz", "domain,mx,spf\na.at,two.net,\n"));
        assertThat(world.domain("a.at").orElseThrow().mx()).containsExactly("10 one.net");
    }

    @Test
    void aZoneFileGivesItsDelegationsSignedWhereItHasDs() throws IOException {
        World world = ImportedWorlds.fromZoneFile(gz("zone.gz", """
                $ORIGIN gov.
                $TTL 3600
                @ IN SOA a.ns.gov. admin.gov. (1 2
                    3 4 5)
                @ NS a.ns.gov.
                SIGNED NS ns1.signed.gov.
                       NS ns.dns.net.
                plain NS ns.dns.net.
                ns1.signed A 192.0.2.1
                signed DS 1 13 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
                """));
        try (Lab lab = Lab.start(world, LabOptions.defaults())) {
            Asking asking = new Asking(lab);
            assertThat(isAuthentic(ask(asking.validator(), "signed.gov.", Type.MX)))
                    .isTrue();
            assertThat(data(ask(asking.stub(), "plain.gov.", Type.MX), Type.MX)).hasSize(1);
            assertThat(isAuthentic(ask(asking.validator(), "plain.gov.", Type.MX)))
                    .isFalse();
            assertThat(data(ask(asking.stub(), "signed.gov.", Type.NS), Type.NS))
                    .containsExactly("ns.dns.net.", "ns1.signed.gov.");
        }
    }

    @Test
    void whatIsNoSuchListIsOneSentence() throws IOException {
        Path other = gz("other.csv.gz", "rank,name\n1,a\n");
        assertThatThrownBy(() -> ImportedWorlds.fromPublicBodies(other))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("does not begin with the columns domain,mx,spf");
        Path plain = Files.writeString(folder.resolve("plain.txt"), "not compressed");
        assertThatThrownBy(() -> ImportedWorlds.fromPublicBodies(plain))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("compressed with gzip");
        assertThatThrownBy(() -> ImportedWorlds.fromZoneFile(plain))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("plain.txt cannot be read");
    }

    private Path gz(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
