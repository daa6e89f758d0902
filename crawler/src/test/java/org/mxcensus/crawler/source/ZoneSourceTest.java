package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.schema.FrameRow;

class ZoneSourceTest {
    @TempDir
    Path folder;

    private Inputs inputs;

    @BeforeEach
    void open() {
        inputs = new Inputs(folder);
    }

    /// The zone of all these texts: a.nl with two name servers and a DS, b.nl with one name server.
    private static final List<FrameRow> A_AND_B =
            List.of(row("a.nl", true, "ns1.a.nl", "ns2.example.org"), row("b.nl", false, "ns1.b.nl"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Full names, as a transfer writes them; DS far from its NS records.
                """
                nl.	3600	IN	SOA	ns1.dns.nl. hostmaster.nl. 2026010100 3600 600 2419200 600
                nl.	3600	IN	NS	ns1.dns.nl.
                a.nl.	3600	IN	NS	ns1.a.nl.
                a.nl.	3600	IN	NS	ns2.example.org.
                b.nl.	3600	IN	NS	ns1.b.nl.
                ns1.a.nl.	3600	IN	A	192.0.2.1
                ns1.b.nl.	3600	IN	AAAA	2001:db8::1
                a.nl.	3600	IN	DS	1 13 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
                """,
                // Relative names, blank owners, an SOA over several lines, comments everywhere.
                """
                ; the zone of nl
                $ORIGIN nl.
                $TTL 1h
                @       IN SOA  ns1.dns hostmaster (
                                2026010100 ; serial
                                3600 600   ; refresh (and retry)
                                2419200 600 )
                        NS      ns1.dns
                a       NS      ns1.a            ; one
                        NS      ns2.example.org. ; another
                        DS      1 13 2 ( 00112233445566778899aabbccddeeff
                                         00112233445566778899aabbccddeeff )
                b       NS      ns1.b
                """,
                // Upper case, class and time to live in either order, units, changing origins.
                """
                $origin NL.
                NL. IN 1d SOA NS1.DNS.NL. HOSTMASTER.NL. 2026010100 1h 10m 4w 10m
                A 3600 IN NS NS1.A
                A IN 3600 NS NS2.EXAMPLE.ORG.
                $ORIGIN B.NL.
                @ ns ns1
                $ORIGIN NL.
                A 3600 ds 1 13 2 0011
                """,
                // A signed zone: signatures, denial and unknown types between.
                """
                nl. 3600 IN SOA ns1.dns.nl. hostmaster.nl. 2026010100 3600 600 2419200 600
                nl. 3600 IN RRSIG SOA 13 1 3600 20260201000000 20260101000000 1 nl. (
                    AAAA )
                nl. 3600 IN DNSKEY 257 3 13 AAAA
                nl. 0 IN NSEC3PARAM 1 0 0 -
                a.nl. 3600 IN NS ns2.example.org.
                a.nl. 3600 IN NS ns1.a.nl.
                a.nl. 3600 IN DS 1 13 2 0011
                a.nl. 3600 IN RRSIG DS 13 2 3600 20260201000000 20260101000000 1 nl. AAAA
                0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.nl. 600 IN NSEC3 1 1 0 - 1p9mhaveqvm6t7vbl5lop2u3t2rp3tom NS DS RRSIG
                b.nl. 3600 IN NS ns1.b.nl.
                b.nl. 3600 IN TYPE65534 \\# 4 0a000001
                b.nl. 3600 CLASS1 TXT "a ; b ( c" "quoted \\" quote"
                """,
                // Everything generic: types and a class by number, data by octets.
                """
                nl. 3600 CLASS1 TYPE6 \\# 40 036e7331 026e6c00 0a686f73746d6173746572 00 78c275f4 00000e10 00000258 0024ea00 00000258
                a.nl. 3600 CLASS1 TYPE2 \\# 10 (036e733101 61026e6c 00)
                a.nl. 3600 class1 type2 \\# 17 036e7332076578616d706c65036f726700
                a.nl. 3600 IN TYPE43 \\# 6 00010d020011
                b.nl. 3600 IN NS \\# 10 036e73310162026e6c00
                b.nl. 3600 IN TYPE65 \\# 3 000100
                """,
                // Records of other classes are nobody's delegation.
                """
                nl. 3600 IN SOA ns1.dns.nl. hostmaster.nl. 2026010100 3600 600 2419200 600
                a.nl. 3600 IN NS ns2.example.org.
                a.nl. 3600 CH NS ns9.example.org.
                c.nl. 3600 CLASS3 NS ns9.example.org.
                d.nl. HS 3600 NS ns9.example.org.
                a.nl. 3600 IN NS ns1.a.nl.
                a.nl. 3600 IN DS 1 13 2 0011
                b.nl. 3600 IN NS ns1.b.nl.
                b.nl. 3600 CH DS 1 13 2 0011
                """,
                // No SOA: the first origin is the zone.
                """
                $ORIGIN nl.
                a DS 1 13 2 0011
                a NS ns1.a
                a NS ns2.example.org.
                b NS ns1.b
                """,
                // Origins that are relative to the one before.
                """
                $ORIGIN nl.
                a DS 1 13 2 0011
                $ORIGIN a
                @ NS ns1
                $ORIGIN ns2
                a.nl. NS ns2.example.org.
                $ORIGIN b.nl.
                $ORIGIN @
                @ NS ns1
                """,
                // Escapes: \\097 is an a.
                """
                $ORIGIN nl.
                \\097 NS ns1.\\a
                a NS ns2.example.org.
                a DS 1 13 2 0011
                \\b.nl. NS ns1.b
                """
            })
    void readsEveryWayToWriteTheSameZone(String text) {
        assertThat(inputs.frame(text)).isEqualTo(A_AND_B);
        assertThat(inputs.frame(text.replace("\n", "\r\n"))).isEqualTo(A_AND_B);
        assertThat(Inputs.frame(inputs.file("z.gz", Inputs.gzip(text.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(A_AND_B);
        assertThat(Inputs.frame(inputs.file("z.zst", Inputs.zstd(text.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(A_AND_B);
        assertThat(inputs.report(text).malformed()).isZero();
    }

    @Test
    void reportsWhatItRead() {
        var report = inputs.report("""
                nl. 3600 IN SOA ns1.dns.nl. hostmaster.nl. 4026010100 3600 600 2419200 600
                a.nl. NS ns1.a.nl.

                a.nl. DS 1 13 2 0011
                b.nl. NS ns1.b.nl.
                """);
        assertThat(report.source()).isEqualTo("nl");
        assertThat(report.format()).isEqualTo(Format.ZONE);
        assertThat(report.lines()).isEqualTo(5);
        assertThat(report.records()).isEqualTo(4);
        assertThat(report.domains()).isEqualTo(2);
        assertThat(report.signed()).hasValue(1);
        assertThat(report.zoneSerial()).hasValue(4_026_010_100L);
        assertThat(report.sha256()).isEqualTo("1a7a58e3d09a1978edfb5f43e77ba762c1bb018e43fa22fbbb24b3aa69c24e72");
    }

    @Test
    void measuresTopLevelDomainsFromTheRootZone() {
        var text = """
                . 86400 IN SOA a.root-servers.net. nstld.example. 1 1800 900 604800 86400
                . 518400 IN NS a.root-servers.net.
                aero. 172800 IN NS a0.aero.afilias-nst.info.
                nl. 172800 IN NS ns1.dns.nl.
                nl. 86400 IN DS 1 13 2 0011
                """;
        assertThat(inputs.frame(text))
                .containsExactly(
                        new FrameRow("aero", "root", "aero", false, List.of("a0.aero.afilias-nst.info"), null),
                        new FrameRow("nl", "root", "nl", true, List.of("ns1.dns.nl"), null));
    }

    @Test
    void tellsADomainOnceWhoseRecordsLieApart() {
        var text = """
                $ORIGIN nl.
                a NS ns3.a
                b NS ns1.b
                a NS ns1.a
                c NS ns1.c
                a NS ns2.a
                c NS ns0.c
                b DS 1 13 2 0011
                """;
        assertThat(inputs.frame(text))
                .containsExactly(
                        row("b.nl", true, "ns1.b.nl"),
                        row("a.nl", false, "ns1.a.nl", "ns2.a.nl", "ns3.a.nl"),
                        row("c.nl", false, "ns0.c.nl", "ns1.c.nl"));
        // The same in many small batches, which bound the memory for such domains.
        var file = SourceInput.of(inputs.file("input", text));
        assertThat(Inputs.frame(ZoneSource.read(file, 1)))
                .containsExactlyInAnyOrderElementsOf(Inputs.frame(ZoneSource.read(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a NS ns\na DS 1 13 2 00\na DS 2 13 2 00\nb NS ns\nc NS ns\nc DS 1 13 2 00\n", // behind
                "a DS 1 13 2 00\na NS ns\nb NS ns\nc DS 1 13 2 00\nc DS 2 13 2 00\nc NS ns\n", // before
                "a NS ns\na DS 1 13 2 00\na NS ns2\nb NS ns\nc NS ns\nc DS 1 13 2 00\n", // between
                "a NS ns\nb NS ns\nc NS ns\na DS 1 13 2 00\na DS 2 13 2 00\nc DS 1 13 2 00\n", // at the end
                "c DS 1 13 2 00\na DS 1 13 2 00\na NS ns\nb NS ns\nc NS ns\n", // at the top
                "a NS ns\na DS 1 13 2 00\nb NS ns\nc NS ns\nc DS 1 13 2 00\nd DS 1 13 2 00\n", // and one without NS
                "d DS 1 13 2 00\na NS ns\na DS 1 13 2 00\nb NS ns\nc NS ns\nc DS 1 13 2 00\n",
                "b NS ns\na NS ns\na DS 1 13 2 00\nc NS ns\nc DS 1 13 2 00\nd DS 1 13 2 00\n", // in no order
                "a NS ns\nb NS ns\na NS ns2\nc NS ns\nc DS 1 13 2 00\na DS 1 13 2 00\n", // scattered
            })
    void countsSignedDomainsWhereverTheirDsRecordsLie(String records) {
        var text = "$ORIGIN nl.\n" + records;
        var frame = inputs.frame(text);
        assertThat(frame).extracting(FrameRow::domain).containsExactlyInAnyOrder("a.nl", "b.nl", "c.nl");
        assertThat(frame.stream().filter(row -> Boolean.TRUE.equals(row.delegationDs())))
                .extracting(FrameRow::domain)
                .containsExactlyInAnyOrder("a.nl", "c.nl");
        assertThat(inputs.report(text).domains()).isEqualTo(3);
        assertThat(inputs.report(text).signed()).hasValue(2);
    }

    @Test
    void takesNoEscapedDotForASeparator() {
        var text = "$ORIGIN nl.\na\\.b NS ns\nc\\046d NS ns\n\\101.nl. NS ns\\.x\n";
        assertThat(inputs.frame(text)).containsExactly(row("e.nl", null, "ns\\046x.nl"));
        assertThat(inputs.report(text).malformed()).isEqualTo(2);
    }

    @Test
    void cannotTellThatADomainIsUnsignedFromAZoneWithoutAnySignature() {
        var stripped = "$ORIGIN nl.\na NS ns1.a\n";
        assertThat(inputs.frame(stripped)).containsExactly(row("a.nl", null, "ns1.a.nl"));
        assertThat(inputs.report(stripped).signed()).isEqualTo(OptionalLong.empty());
        var signed = stripped + "@ DNSKEY 257 3 13 AAAA\n";
        assertThat(inputs.frame(signed)).containsExactly(row("a.nl", false, "ns1.a.nl"));
        assertThat(inputs.report(signed).signed()).hasValue(0);
    }

    @Test
    void countsMalformedLinesAndReadsOn() {
        var text = """
                nl. IN SOA ns1.dns.nl. hostmaster.nl. 1 3600 600 2419200 600
                a.nl. NS ns1.a.nl.
                a.nl. NS
                a.nl. 3600 IN
                a.nl. 3600 IN FOO bar
                a.nl. NS ns1.a.nl. ns2.a.nl.
                a.nl. 36x NS ns1.a.nl.
                example.org. NS ns1.example.org.
                *.nl. NS ns1.a.nl.
                a..nl. NS ns1.a.nl.
                a NS ns1.a.nl.
                $FOO bar
                b.nl. TXT "no end
                ) stray
                $ORIGIN
                b.nl. NS ns1.b.nl.
                """;
        assertThat(inputs.frame(text)).containsExactly(row("a.nl", null, "ns1.a.nl"), row("b.nl", null, "ns1.b.nl"));
        var report = inputs.report(text);
        assertThat(report.malformed()).isEqualTo(13);
        var at = folder.resolve("input") + ":";
        assertThat(report.examples())
                .containsExactly(
                        at + "3: a record without data",
                        at + "4: no record type",
                        at + "5: no record type: \"FOO\"",
                        at + "6: more than one name in an NS record: \"ns1.a.nl. ns2.a.nl.\"",
                        at + "7: no time to live: \"36x\"");
        assertThat(report.records()).isEqualTo(6);
    }

    @Test
    void countsAnOwnerThatIsNoNameOnEachOfItsLines() {
        var text = "$ORIGIN nl.\na NS ns\nb@c NS ns1\n NS ns2\n";
        assertThat(inputs.report(text).malformed()).isEqualTo(2);
    }

    @Test
    void takesNoNameThatEndsInTwoDots() {
        var text = "$ORIGIN nl.\na NS ns\nb.nl.. NS ns\nbücher.nl.. NS ns\n$ORIGIN nl..\n$ORIGIN nl.\nc NS ns..\n";
        assertThat(inputs.frame(text)).containsExactly(row("a.nl", null, "ns.nl"), row("c.nl", null, "ns.."));
        assertThat(inputs.report(text).malformed()).isEqualTo(3);
    }

    @Test
    void takesNamesOfAllScripts() {
        var text = "$ORIGIN nl.\nbücher NS ns.größe\n_odd- NS .\n";
        assertThat(inputs.frame(text))
                .containsExactly(row("xn--bcher-kva.nl", null, "ns.xn--gre-6ka8i.nl"), row("_odd-.nl", null, "."));
    }

    @Test
    void namesTheSourceAsTheUserSays() {
        var file = inputs.file("input", "$ORIGIN nl.\na NS ns\n");
        var input = new SourceInput("input", file, Optional.of("dutch"), false, Optional.empty());
        try (var source = Sources.open(input)) {
            assertThat(source.name()).isEqualTo("dutch");
            assertThat(Inputs.frame(source)).extracting(FrameRow::source).containsExactly("dutch");
        }
    }

    private static FrameRow row(String domain, @Nullable Boolean signed, String... ns) {
        return new FrameRow(domain, "nl", "nl", signed, List.of(ns), null);
    }
}
