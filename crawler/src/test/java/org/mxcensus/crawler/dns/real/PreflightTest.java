package org.mxcensus.crawler.dns.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.crawler.preflight.Check;
import org.mxcensus.crawler.preflight.Finding;
import org.mxcensus.crawler.preflight.Preflight;
import org.mxcensus.crawler.preflight.PreflightConfig;
import org.mxcensus.crawler.preflight.Report;
import org.mxcensus.crawler.preflight.Result;
import org.mxcensus.crawler.smtp.SmtpConfig;

/// What a preflight asks the DNS, asked of real servers: signed zones, reverse ones and a block list's among them.
@Tag("full")
class PreflightTest {
    private static final String NAME = "scanner.own.zone";
    private static final InetAddress FOUR = Literal.address("198.18.7.25");
    private static final InetAddress SIX = Literal.address("3fff::25");
    private static final InetAddress LISTED = Literal.address("198.18.7.26");
    private static final InetAddress NAMELESS = Literal.address("198.18.7.27");

    /// `::ffff:127.0.0.2`, the test entry for IPv6 (RFC 5782 §5).
    private static final String MAPPED = "2.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20);

    @TempDir
    private static Path folder;

    private static Miniature miniature;

    @BeforeAll
    static void start() {
        miniature = Miniature.start(
                folder,
                List.of(
                        zone("own.zone", "scanner A 198.18.7.25\nscanner AAAA 3fff::25\nlisted A 198.18.7.26\n"),
                        zone("bogus.zone", "@ A 198.18.7.1\n").with(Fault.WRONG_DS),
                        zone("18.198.in-addr.arpa", "25.7 PTR scanner.own.zone.\n26.7 PTR listed.own.zone.\n"),
                        zone("0.f.f.f.3.ip6.arpa", "5.2" + ".0".repeat(25) + " PTR Scanner.Own.Zone.\n"),
                        zone("bl.zone", "2.0.0.127 A 127.0.0.2\n" + MAPPED + " A 127.0.0.2\n26.7.18.198 A 127.0.0.4\n"),
                        zone("old.zone", "2.0.0.127 A 127.0.0.2\n")));
    }

    private static Zone zone(String name, String records) {
        return Zone.of(name, Software.NSD, Algorithm.ECDSAP256SHA256, Denial.NSEC)
                .withRecords(records);
    }

    @AfterAll
    static void stop() {
        if (miniature != null) {
            miniature.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverValidates(Unbound.Mode mode) throws Exception {
        boolean here = mode == Unbound.Mode.PLAIN;
        Report report = run(mode, here, NAME, List.of(FOUR, SIX), "bl.zone");

        assertThat(finding(report, Check.RESOLVER).result()).isEqualTo(Result.PASSED);
        assertThat(finding(report, Check.NAME).found())
                .isEqualTo("scanner.own.zone and 198.18.7.25, 3fff::25 lead to each other.");
        assertThat(finding(report, Check.BLOCK_LISTS).result()).isEqualTo(Result.PASSED);
        // The addresses are reserved ones, which nobody connects to.
        assertThat(finding(report, Check.PROBING_TXT).result()).isEqualTo(Result.COULD_NOT_TELL);
    }

    @Test
    void whereNobodyValidates() throws Exception {
        Finding finding = finding(run(Unbound.Mode.PLAIN, false, NAME, List.of(FOUR), "bl.zone"), Check.RESOLVER);

        assertThat(finding.result()).isEqualTo(Result.FAILED);
        assertThat(finding.found()).contains("INSECURE");
    }

    @Test
    void anAddressWithoutAName() throws Exception {
        Report report = run(Unbound.Mode.VALIDATING, false, NAME, List.of(FOUR, NAMELESS), "bl.zone");

        assertThat(finding(report, Check.NAME).result()).isEqualTo(Result.FAILED);
        assertThat(finding(report, Check.NAME).found())
                .isEqualTo(
                        "Scanner.own.zone leads to 198.18.7.25 and not to 198.18.7.27; 198.18.7.27 has no name in the reverse DNS.");
    }

    @Test
    void anAddressOnABlockList() throws Exception {
        Report report = run(Unbound.Mode.VALIDATING, false, "listed.own.zone", List.of(LISTED), "bl.zone");

        assertThat(finding(report, Check.NAME).result()).isEqualTo(Result.PASSED);
        assertThat(finding(report, Check.BLOCK_LISTS).found())
                .isEqualTo("198.18.7.26 is on the block list bl.zone (127.0.0.4).");
    }

    @Test
    void aListThatKnowsNoIpv6SaysNothingOfIt() throws Exception {
        Report report = run(Unbound.Mode.VALIDATING, false, NAME, List.of(FOUR, SIX), "old.zone");

        assertThat(finding(report, Check.BLOCK_LISTS).result()).isEqualTo(Result.COULD_NOT_TELL);
    }

    private static Finding finding(Report report, Check check) {
        return report.findings().stream()
                .filter(finding -> finding.check() == check)
                .findFirst()
                .orElseThrow();
    }

    private static Report run(
            Unbound.Mode mode, boolean validatingHere, String name, List<InetAddress> addresses, String blockList)
            throws InterruptedException {
        Optional<Path> anchor = validatingHere ? Optional.of(miniature.anchorFile()) : Optional.empty();
        PreflightConfig config = new PreflightConfig(
                new ResolverConfig(List.of(miniature.resolver(mode)), false, anchor, Duration.ofSeconds(20), 3, 100),
                SmtpConfig.defaults(name),
                PolicyConfig.defaults("mxcensus"),
                false,
                addresses,
                Optional.empty(),
                Optional.empty(),
                "own.zone",
                "bogus.zone",
                List.of(blockList));
        try (Preflight preflight = Preflight.open(config, Clock.systemUTC())) {
            return preflight.run("test");
        }
    }
}
