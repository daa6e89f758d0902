package org.mxcensus.crawler.dns.real;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever signs and serves a zone, with whatever algorithm and denial: its answers are what they are to every
/// validator.
@Tag("full")
class EverySignerTest {

    @TempDir
    private static Path folder;

    private static Panel panel;

    @BeforeAll
    static void start() {
        panel = new Panel(folder, zones().toList());
    }

    @AfterAll
    static void stop() {
        if (panel != null) {
            panel.close();
        }
    }

    static Stream<Zone> zones() {
        return Stream.concat(
                Stream.of(Software.values())
                        .flatMap(software -> Stream.of(
                                        Algorithm.RSASHA256, Algorithm.ECDSAP256SHA256, Algorithm.ED25519)
                                .flatMap(algorithm -> Stream.of(Denial.values())
                                        .map(denial -> Zone.of(software, algorithm, denial)))),
                // RFC 8624 §3.1: what validators must or may take besides.
                Stream.of(
                        Zone.of(Software.NSD, Algorithm.RSASHA1, Denial.NSEC),
                        Zone.of(Software.NSD, Algorithm.RSASHA512, Denial.NSEC3),
                        Zone.of(Software.NSD, Algorithm.ECDSAP384SHA384, Denial.NSEC3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zones")
    void allSayTheSame(Zone zone) throws ExecutionException, InterruptedException {
        String name = zone.name();
        // RFC 5155 §9.2: where opt-out covers a name, the denial is not secure; nor is what rests on it.
        boolean optOut = zone.denial() == Denial.OPT_OUT;
        String unproven = optOut ? " INSECURE" : " SECURE";
        Case.Drill looser = optOut ? Case.Drill.NOT_OPT_OUT : Case.Drill.SEES;
        panel.agreesOn(List.of(
                Case.of(name, "MX", "Found SECURE"),
                Case.of(name, "NS", "Found SECURE"),
                Case.of("mx." + name, "A", "Found SECURE"),
                Case.of("_25._tcp.mx." + name, "TLSA", "Found SECURE"),
                // Some 2,900 octets, so by TCP.
                Case.of("long." + name, "TXT", "Found SECURE"),
                Case.of("mx." + name, "TXT", "NoData SECURE"),
                Case.of("nothing." + name, "MX", "NxDomain" + unproven).with(looser),
                Case.of("_25._tcp.ns." + name, "TLSA", "NxDomain" + unproven).with(looser),
                // So deep that a validator may tire of hashing: at the limit, and far beyond it.
                Case.of("a.b.c.d.e." + name, "MX", "NxDomain" + unproven).with(looser),
                Case.of("a.b.c.d.e.f." + name, "MX", "NxDomain" + unproven).with(looser),
                Case.of("a.b.c.d.e.f.g.h.i.j.k.l.m.n." + name, "MX", "NxDomain" + unproven)
                        .with(looser),
                Case.of("b.very.very.deep.name.indeed." + name, "MX", "NxDomain" + unproven)
                        .with(looser),
                Case.of("b.c.d.e.f.a.very.very.deep.name.indeed." + name, "MX", "NxDomain" + unproven)
                        .with(looser),
                Case.of("a.b.c.d.e.f.deep.below.ent." + name, "MX", "NxDomain" + unproven)
                        .with(looser),
                // RFC 4592 §2.2.2: an empty non-terminal exists.
                Case.of("below.ent." + name, "TXT", "NoData SECURE"),
                Case.of("a.b.wild." + name, "MX", "Found" + unproven).with(Case.Drill.NOT_WILDCARDS),
                Case.of("a.wild." + name, "TXT", "NoData" + unproven).with(looser),
                Case.of("alias." + name, "CNAME", "Found SECURE"),
                Case.of("alias." + name, "A", "Found SECURE"),
                Case.of("alias." + name, "TXT", "NoData SECURE"),
                Case.of("host.old." + name, "A", "Found SECURE").with(Case.Drill.NOT_BEHIND_ALIASES),
                Case.of("host.old." + name, "TXT", "NoData SECURE").with(Case.Drill.NOT_BEHIND_ALIASES),
                Case.of("nothing.old." + name, "TXT", "NxDomain" + unproven).with(Case.Drill.NOT_BEHIND_ALIASES),
                Case.of("child." + name, "MX", "Found INSECURE"),
                Case.of("child." + name, "TXT", "NoData INSECURE"),
                Case.of("nothing.child." + name, "TXT", "NxDomain INSECURE")));
    }
}
