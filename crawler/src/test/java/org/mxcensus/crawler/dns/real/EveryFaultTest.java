package org.mxcensus.crawler.dns.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.ExtendedError;

/// Whatever is wrong with a zone, all validators see the same of it: what is forged or broken, what is as good as
/// unsigned, and what is still secure beside the fault.
@Tag("full")
class EveryFaultTest {

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
        return EnumSet.complementOf(EnumSet.of(Fault.NONE)).stream()
                .flatMap(fault -> Stream.of(Denial.values())
                        .filter(denial -> fault != Fault.MANY_ITERATIONS || denial != Denial.NSEC)
                        .flatMap(denial ->
                                servers(fault, denial).stream().map(software -> zone(fault, denial, software))));
    }

    private static Zone zone(Fault fault, Denial denial, Software software) {
        String name = (fault + "-" + denial + "-" + software).replace("_", "").toLowerCase(Locale.ROOT);
        return Zone.of(name + ".zone", software, Algorithm.ECDSAP256SHA256, denial)
                .with(fault);
    }

    /// Whoever can be made to serve it; of what is between parent and child alone, each in turn.
    private static Set<Software> servers(Fault fault, Denial denial) {
        return switch (fault) {
            case NONE,
                    UNSIGNED,
                    ISLAND,
                    UNSIGNED_DESPITE_DS,
                    WRONG_DS,
                    OLD_DS,
                    OLD_DS_BESIDE,
                    UNKNOWN_ALGORITHM,
                    UNKNOWN_DIGEST ->
                EnumSet.of(Software.values()[(fault.ordinal() + denial.ordinal()) % Software.values().length]);
            case EXPIRED, NOT_YET_VALID, NO_RRSIG, EDITED, NO_DNSKEY, NO_RRSIG_OF_NSEC ->
                EnumSet.of(Software.NSD, Software.KNOT, Software.BIND);
            // BIND has the parent at the same address, and so would give a referral.
            case LAME -> EnumSet.of(Software.NSD, Software.KNOT, Software.POWERDNS);
            // Knot dies when it looks for an NSEC3 and there is none.
            case NO_NSEC ->
                denial == Denial.NSEC
                        ? EnumSet.of(Software.NSD, Software.KNOT, Software.BIND)
                        : EnumSet.of(Software.NSD, Software.BIND);
            case SHORT_KEY, SHA1_DS, SHA1_DS_BESIDE -> EnumSet.of(Software.NSD);
            // BIND's signer refuses.
            case MANY_ITERATIONS -> EnumSet.of(Software.NSD, Software.KNOT);
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zones")
    void allSeeIt(Zone zone) throws ExecutionException, InterruptedException {
        panel.agreesOn(cases(zone));
    }

    /// RFC 8914 §4: the codes of missing keys and signatures are told apart; what does not fit is bogus.
    @ParameterizedTest
    @CsvSource({"NO_RRSIG, 10", "NO_DNSKEY, 9", "OLD_DS, 9", "WRONG_DS, 6", "EDITED, 6", "EXPIRED, 6"})
    void whoValidatesSaysWhy(Fault fault, int code) {
        Zone zone = zones().filter(one -> one.fault() == fault).findFirst().orElseThrow();
        Asked asked = new Asked(zone.name(), "MX");
        try (Resolver trusting = panel.miniature().trusting(Unbound.Mode.VALIDATING);
                Resolver validating = panel.miniature().validating(Unbound.Mode.PLAIN)) {
            // This Unbound knows one code for all.
            assertThat(errors(asked.lookup(trusting))).isNotEmpty();
            assertThat(errors(asked.lookup(validating))).satisfiesExactly(error -> {
                assertThat(error.code()).isEqualTo(code);
                assertThat(error.text()).isNotBlank();
            });
        }
    }

    private static List<ExtendedError> errors(Lookup<?> lookup) {
        return lookup.answer() instanceof Answer.Failed<?> failed ? failed.errors() : List.of();
    }

    private static List<Case> cases(Zone zone) {
        String name = zone.name();
        return switch (zone.fault()) {
            case NONE -> List.of();
            case EXPIRED, NOT_YET_VALID, UNSIGNED_DESPITE_DS, WRONG_DS, OLD_DS -> all(name, "BOGUS", "BOGUS", "BOGUS");
            case NO_DNSKEY ->
                all(name, "BOGUS", "BOGUS", "BOGUS").stream()
                        .map(one -> one.with(Case.Drill.NOT_WITHOUT_KEYS))
                        .toList();
            // RFC 4035 §5.2: no DS, or none that could be used, is an insecure delegation.
            case UNSIGNED, ISLAND, UNKNOWN_ALGORITHM, UNKNOWN_DIGEST ->
                all(name, "Found INSECURE", "NoData INSECURE", "NxDomain INSECURE");
            // As good as any other.
            case OLD_DS_BESIDE, SHORT_KEY, SHA1_DS, SHA1_DS_BESIDE ->
                List.of(
                        Case.of(name, "MX", "Found SECURE"),
                        Case.of("mx." + name, "A", "Found SECURE"),
                        Case.of("_25._tcp.mx." + name, "TLSA", "Found SECURE"),
                        Case.of("mx." + name, "TXT", "NoData SECURE"));
            case LAME -> List.of(Case.of(name, "MX", "SERVFAIL"), Case.of("_25._tcp.mx." + name, "TLSA", "SERVFAIL"));
            case NO_RRSIG, EDITED ->
                List.of(
                        Case.of(name, "MX", "BOGUS"),
                        Case.of("mx." + name, "A", "Found SECURE"),
                        Case.of("_25._tcp.mx." + name, "TLSA", "Found SECURE"),
                        Case.of("mx." + name, "TXT", "NoData SECURE"));
            case NO_NSEC, NO_RRSIG_OF_NSEC ->
                zone.software() == Software.BIND && zone.denial() == Denial.NSEC
                        ? refusedDenials(name)
                        : brokenDenials(name);
            // RFC 9276 §3.2: what rests on such proofs is insecure; drill minds no number.
            case MANY_ITERATIONS ->
                List.of(
                        Case.of(name, "MX", "Found SECURE"),
                        Case.of("mx." + name, "A", "Found SECURE"),
                        Case.of("mx." + name, "TXT", "NoData INSECURE").with(Case.Drill.NOT_ITERATIONS),
                        Case.of("_25._tcp.ns." + name, "TLSA", "NxDomain INSECURE")
                                .with(Case.Drill.NOT_ITERATIONS),
                        Case.of("below.ent." + name, "TXT", "NoData INSECURE").with(Case.Drill.NOT_ITERATIONS),
                        Case.of("a.wild." + name, "MX", "Found INSECURE").with(Case.Drill.NOT_WILDCARDS),
                        Case.of("a.wild." + name, "TXT", "NoData INSECURE").with(Case.Drill.NOT_ITERATIONS),
                        Case.of("alias." + name, "TXT", "NoData INSECURE").with(Case.Drill.NOT_BEHIND_ALIASES),
                        Case.of("child." + name, "MX", "Found INSECURE"));
        };
    }

    /// A zone like many in the world: its addresses are there, its TLSA RRset cannot be told to be absent.
    private static List<Case> brokenDenials(String name) {
        return List.of(
                Case.of(name, "MX", "Found SECURE"),
                Case.of("mx." + name, "A", "Found SECURE"),
                Case.of("_25._tcp.ns." + name, "TLSA", "BOGUS"),
                Case.of("mx." + name, "TXT", "BOGUS"),
                Case.of("nothing." + name, "MX", "BOGUS").with(Case.Drill.NOT_EVERY_PROOF),
                Case.of("a.wild." + name, "MX", "BOGUS").with(Case.Drill.NOT_WILDCARDS),
                Case.of("a.wild." + name, "TXT", "BOGUS"),
                Case.of("child." + name, "MX", "BOGUS"));
    }

    /// The same at a server that says SERVFAIL rather than something that it cannot prove: not even whether the
    /// child has a DS, so that what the child says itself is of no use.
    private static List<Case> refusedDenials(String name) {
        return List.of(
                Case.of(name, "MX", "Found SECURE"),
                Case.of("mx." + name, "A", "Found SECURE"),
                Case.of("mx." + name, "TXT", "SERVFAIL"),
                Case.of("child." + name, "MX", "BOGUS"),
                Case.of("child." + name, "TXT", "BOGUS"));
    }

    private static List<Case> all(String name, String found, String noData, String nxDomain) {
        return List.of(
                Case.of(name, "MX", found),
                Case.of("_25._tcp.mx." + name, "TLSA", found),
                Case.of("mx." + name, "TXT", noData),
                Case.of("nothing." + name, "MX", nxDomain),
                Case.of("a.wild." + name, "MX", found),
                Case.of("a.wild." + name, "TXT", noData),
                Case.of("alias." + name, "A", found),
                Case.of("host.old." + name, "A", found),
                Case.of("child." + name, "MX", found));
    }
}
