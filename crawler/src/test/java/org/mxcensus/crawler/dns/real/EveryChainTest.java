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

/// A chain of aliases is as good as its worst link (RFC 4035 §5, RFC 6604 §2.2), wherever that stands.
@Tag("full")
class EveryChainTest {

    private static final String ALIASES = """
            to-secure CNAME mx.other.zone.
            to-plain CNAME mx.plain.zone.
            to-bogus CNAME mx.bogus.zone.
            to-lame CNAME mx.lame.zone.
            to-nothing CNAME nothing.other.zone.
            to-nothing-plain CNAME nothing.plain.zone.
            to-nothing-opted-out CNAME nothing.optout.zone.
            secure-plain CNAME to-plain.other.zone.
            plain-secure CNAME to-secure.plain.zone.
            plain-plain CNAME to-plain.plain.zone.
            plain-bogus CNAME to-bogus.plain.zone.
            plain-lame CNAME to-lame.plain.zone.
            plain-plain-bogus CNAME plain-bogus.plain.zone.
            *.secure-star CNAME mx.other.zone.
            *.plain-star CNAME mx.plain.zone.
            secure-tree DNAME other.zone.
            plain-tree DNAME plain.zone.
            bogus-tree DNAME bogus.zone.
            plain-secure-tree DNAME secure-tree.plain.zone.
            """;

    @TempDir
    private static Path folder;

    private static Panel panel;

    @BeforeAll
    static void start() {
        panel = new Panel(
                folder,
                List.of(
                        zone("secure", Software.NSD, Denial.NSEC),
                        zone("other", Software.KNOT, Denial.NSEC3),
                        zone("optout", Software.POWERDNS, Denial.OPT_OUT),
                        zone("plain", Software.BIND, Denial.NSEC).with(Fault.UNSIGNED),
                        zone("bogus", Software.KNOT, Denial.NSEC).with(Fault.WRONG_DS),
                        zone("lame", Software.KNOT, Denial.NSEC).with(Fault.LAME),
                        Zone.of("signed.loose", Software.NSD, Algorithm.ED25519, Denial.NSEC),
                        Zone.of("plain.loose", Software.BIND, Algorithm.ED25519, Denial.NSEC)
                                .with(Fault.UNSIGNED),
                        Zone.of("island.loose", Software.POWERDNS, Algorithm.ED25519, Denial.NSEC)
                                .with(Fault.ISLAND)));
    }

    private static Zone zone(String name, Software software, Denial denial) {
        return Zone.of(name + ".zone", software, Algorithm.ECDSAP256SHA256, denial)
                .withRecords(Zone.USUAL + ALIASES);
    }

    @AfterAll
    static void stop() {
        if (panel != null) {
            panel.close();
        }
    }

    static Stream<Case> chains() {
        return Stream.of("secure", "optout", "plain").flatMap(from -> {
            // Where the first link is insecure, all is, unless something behind it is broken.
            String best = from.equals("plain") ? " INSECURE" : " SECURE";
            // RFC 5155 §9.2: that no closer name hides the wildcard is not secure where opt-out covers it.
            String star = from.equals("secure") ? " SECURE" : " INSECURE";
            return Stream.of(
                            chain("to-secure", from, best),
                            chain("to-plain", from, " INSECURE"),
                            chain("to-bogus", from, "BOGUS"),
                            chain("secure-plain", from, " INSECURE"),
                            chain("plain-secure", from, " INSECURE"),
                            chain("plain-plain", from, " INSECURE"),
                            chain("plain-bogus", from, "BOGUS"),
                            chain("plain-plain-bogus", from, "BOGUS"),
                            chain("x.secure-star", from, star),
                            chain("x.plain-star", from, " INSECURE"),
                            chain("mx.secure-tree", from, best),
                            chain("mx.plain-tree", from, " INSECURE"),
                            chain("mx.bogus-tree", from, "BOGUS"),
                            chain("mx.plain-secure-tree", from, " INSECURE"),
                            one("to-nothing", from, "NxDomain" + best),
                            one("nothing.secure-tree", from, "NxDomain" + best),
                            one("to-nothing-plain", from, "NxDomain INSECURE"),
                            one("nothing.plain-tree", from, "NxDomain INSECURE"),
                            one("to-nothing-opted-out", from, "NxDomain INSECURE"),
                            one("to-lame", from, "SERVFAIL"),
                            one("plain-lame", from, "SERVFAIL"))
                    .flatMap(cases -> cases);
        });
    }

    /// A chain that ends at a host, asked for what the host has and for what it has not.
    private static Stream<Case> chain(String alias, String from, String status) {
        return status.equals("BOGUS")
                ? Stream.concat(ask(alias, from, "A", status), ask(alias, from, "TXT", status))
                : Stream.concat(ask(alias, from, "A", "Found" + status), ask(alias, from, "TXT", "NoData" + status));
    }

    private static Stream<Case> one(String alias, String from, String status) {
        return ask(alias, from, "A", status);
    }

    private static Stream<Case> ask(String alias, String from, String type, String status) {
        return Stream.of(Case.of(alias + "." + from + ".zone", type, status).with(Case.Drill.NOT_BEHIND_ALIASES));
    }

    /// Delegations that a parent's opt-out covers, or does not.
    static Stream<Case> belowOptOut() {
        return Stream.of(
                Case.of("signed.loose", "MX", "Found SECURE"),
                Case.of("mx.signed.loose", "TXT", "NoData SECURE"),
                Case.of("plain.loose", "MX", "Found INSECURE"),
                Case.of("mx.plain.loose", "TXT", "NoData INSECURE"),
                Case.of("nothing.plain.loose", "MX", "NxDomain INSECURE"),
                Case.of("island.loose", "MX", "Found INSECURE"),
                Case.of("nothing.island.loose", "MX", "NxDomain INSECURE"),
                Case.of("nothing.loose", "MX", "NxDomain INSECURE").with(Case.Drill.NOT_OPT_OUT),
                Case.of("loose", "MX", "NoData SECURE"),
                Case.of("nothing.zone", "MX", "NxDomain SECURE"),
                Case.of("nothing", "MX", "NxDomain SECURE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"chains", "belowOptOut"})
    void allSayTheSame(Case one) throws ExecutionException, InterruptedException {
        panel.agreesOn(List.of(one));
    }
}
