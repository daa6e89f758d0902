package org.mxcensus.crawler.dns.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.crawl.Crawl;
import org.mxcensus.crawler.crawl.CrawlConfig;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.crawler.crawl.StageLimits;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.smtp.RetryRule;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.WorkFiles;

/// A whole crawl sees the same of real servers whether it believes a resolver that validates, or validates by itself
/// behind one that does not, as on a laptop in anybody's network.
@Tag("full")
class BehindAnyResolverTest {

    private static final LocalDate DATE = LocalDate.parse("2026-11-24");

    /// No TLSA RRset; whether there is one cannot be told where denials are broken.
    private static final String WITHOUT_TLSA = "@ MX 10 mx\nmx A 192.0.2.1\n";

    private static final List<Zone> ZONES = List.of(
            Zone.of("nsd.zone", Software.NSD, Algorithm.RSASHA256, Denial.NSEC),
            Zone.of("knot.zone", Software.KNOT, Algorithm.ED25519, Denial.NSEC3),
            Zone.of("bind.loose", Software.BIND, Algorithm.ECDSAP256SHA256, Denial.OPT_OUT),
            Zone.of("powerdns.zone", Software.POWERDNS, Algorithm.ECDSAP256SHA256, Denial.NSEC3),
            Zone.of("without.zone", Software.KNOT, Algorithm.ED25519, Denial.NSEC)
                    .withRecords(WITHOUT_TLSA),
            Zone.of("optout.zone", Software.KNOT, Algorithm.ED25519, Denial.OPT_OUT)
                    .withRecords(WITHOUT_TLSA),
            Zone.of("broken.zone", Software.NSD, Algorithm.ED25519, Denial.NSEC3)
                    .withRecords(WITHOUT_TLSA)
                    .with(Fault.NO_NSEC),
            Zone.of("plain.loose", Software.BIND, Algorithm.ED25519, Denial.NSEC)
                    .with(Fault.UNSIGNED),
            Zone.of("expired.zone", Software.BIND, Algorithm.ED25519, Denial.NSEC)
                    .with(Fault.EXPIRED),
            Zone.of("lame.zone", Software.KNOT, Algorithm.ED25519, Denial.NSEC).with(Fault.LAME));

    @TempDir
    private static Path folder;

    private static Miniature miniature;

    @BeforeAll
    static void start() {
        miniature = Miniature.start(folder, ZONES);
    }

    @AfterAll
    static void stop() {
        if (miniature != null) {
            miniature.close();
        }
    }

    @Test
    void believingAResolverThatValidates() throws Exception {
        seesWhatIs(crawl("believing", Unbound.Mode.VALIDATING, Optional.empty()));
    }

    @Test
    void validatingBehindAResolverThatDoesNot() throws Exception {
        seesWhatIs(crawl("validating", Unbound.Mode.PLAIN, Optional.of(miniature.anchorFile())));
    }

    private static void seesWhatIs(WorkFiles files) {
        assertThat(rows(files, Table.DOMAINS)
                        .map(row -> "%s %s %s %s"
                                .formatted(row.domain(), row.mxStatus(), row.mxSecurity(), row.mxFailure())))
                .containsExactlyInAnyOrder(
                        "nsd.zone HOSTS SECURE null",
                        "knot.zone HOSTS SECURE null",
                        "bind.loose HOSTS SECURE null",
                        "powerdns.zone HOSTS SECURE null",
                        "without.zone HOSTS SECURE null",
                        "optout.zone HOSTS SECURE null",
                        "broken.zone HOSTS SECURE null",
                        "plain.loose HOSTS INSECURE null",
                        "expired.zone UNMEASURED null BOGUS",
                        "lame.zone UNMEASURED null SERVFAIL");
        assertThat(rows(files, Table.MX_HOSTS)
                        .map(row -> "%s %s %s, TLSA %s %s, zone of %s"
                                .formatted(
                                        row.host(),
                                        row.aStatus(),
                                        row.aSecurity(),
                                        row.tlsaStatus(),
                                        row.tlsaFailure(),
                                        row.zoneNs())))
                .containsExactlyInAnyOrder(
                        "mx.nsd.zone FOUND SECURE, TLSA FOUND null, zone of []",
                        "mx.knot.zone FOUND SECURE, TLSA FOUND null, zone of []",
                        "mx.bind.loose FOUND SECURE, TLSA FOUND null, zone of []",
                        "mx.powerdns.zone FOUND SECURE, TLSA FOUND null, zone of []",
                        "mx.without.zone FOUND SECURE, TLSA ABSENT null, zone of []",
                        "mx.optout.zone FOUND SECURE, TLSA ABSENT null, zone of []",
                        "mx.broken.zone FOUND SECURE, TLSA FAILED BOGUS, zone of [ns.broken.zone]",
                        "mx.plain.loose FOUND INSECURE, TLSA FOUND_INSECURE null, zone of []");
    }

    private static WorkFiles crawl(String name, Unbound.Mode mode, Optional<Path> trustAnchor)
            throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve(name));
        Path list = Files.write(
                own.resolve("domains.txt"), ZONES.stream().map(Zone::name).toList());
        CrawlConfig config = new CrawlConfig(
                DATE,
                List.of(SourceInput.of(list)),
                true,
                false,
                new StageLimits(500, 4, 256),
                probes(new ResolverConfig(
                        List.of(miniature.resolver(mode)), false, trustAnchor, Duration.ofSeconds(20), 3, 100)),
                Map.of());
        DirectoryStore store = new DirectoryStore(own.resolve("data"));
        try (Crawl crawl = Crawl.open(store, config, Clock.systemUTC())) {
            crawl.run();
        }
        return new WorkFiles(store, DATE);
    }

    /// The hosts' addresses are reserved ones, which nobody connects to.
    private static ProbeConfig probes(ResolverConfig resolver) {
        return new ProbeConfig(
                resolver,
                SmtpConfig.defaults("scanner.example.org"),
                PolicyConfig.defaults("mxcensus"),
                PaceLimits.LAB,
                RetryRule.LAB,
                false,
                OptOut.NOBODY,
                PublicSuffixes.bundled(),
                false,
                "loopback");
    }

    private static <R extends Record> Stream<R> rows(WorkFiles files, Table<R> table) {
        return files.parts(table).stream()
                .flatMap(part -> ParquetFiles.read(table, files.store().local(part)));
    }
}
