package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.SmtpStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.truth.AddressTruth;
import org.mxcensus.lab.truth.DomainTruth;
import org.mxcensus.lab.truth.HostTruth;
import org.mxcensus.lab.truth.Truth;
import org.mxcensus.lab.world.World;

/// Given a world with every fixture, each row says what is true.
class EveryFixtureCrawlTest {

    @TempDir
    static Path folder;

    private static Lab lab;
    private static LabCrawl crawl;
    private static Truth truth;

    @BeforeAll
    static void crawlTheWorld() throws Exception {
        lab = Lab.start(World.everyFixture(), LabOptions.defaults());
        truth = lab.truth();
        crawl = LabCrawl.ofInput(
                lab, folder, LabCrawl.list(lab, folder), LabCrawl.probes(lab).withHints(true));
    }

    @AfterAll
    static void endTheWorld() {
        lab.close();
    }

    @Test
    void everyDomainOfTheFrameHasOneRow() {
        assertThat(crawl.rows(Table.DOMAINS))
                .extracting(DomainRow::domain)
                .containsExactlyInAnyOrderElementsOf(
                        crawl.rows(Table.FRAME).stream().map(FrameRow::domain).toList());
        assertThat(truth.domains()).hasSameSizeAs(crawl.rows(Table.DOMAINS));
    }

    @Test
    void domainsAreAsTheyAre() {
        assertThat(told(crawl.rows(Table.DOMAINS), DomainRow::domain, EveryFixtureCrawlTest::seen))
                .containsExactlyInAnyOrderEntriesOf(
                        told(truth.domains().values(), DomainTruth::domain, EveryFixtureCrawlTest::truly));
    }

    @Test
    void whatLiesBelowThemIsAsItIs() {
        assertThat(told(crawl.rows(Table.DOMAINS), DomainRow::domain, EveryFixtureCrawlTest::hints))
                .containsExactlyInAnyOrderEntriesOf(told(
                        truth.domains().values(),
                        DomainTruth::domain,
                        domain -> domain.hints().toString()));
    }

    @Test
    void hostsAreAsTheyAre() {
        assertThat(told(crawl.rows(Table.MX_HOSTS), HostRow::host, EveryFixtureCrawlTest::seen))
                .containsExactlyInAnyOrderEntriesOf(
                        told(truth.hosts().values(), HostTruth::host, EveryFixtureCrawlTest::truly));
    }

    @Test
    void mailServersAreAsTheyAre() {
        assertThat(told(crawl.lastTries(), row -> row.host() + " " + row.ip(), EveryFixtureCrawlTest::seen))
                .containsExactlyInAnyOrderEntriesOf(told(
                        truth.addresses().toList(),
                        address -> address.host() + " " + address.ip(),
                        EveryFixtureCrawlTest::truly));
    }

    @Test
    void whoSaidLaterWasCalledAtTwiceAndNobodyElse() {
        List<SmtpRow> rows = crawl.rows(Table.SMTP);
        Set<String> later = rows.stream()
                .filter(row -> row.notBefore() != null)
                .map(row -> row.host() + " " + row.ip())
                .collect(Collectors.toSet());
        assertThat(rows.stream().filter(row -> row.attempt() == 2).map(row -> row.host() + " " + row.ip()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(later);
        assertThat(rows.stream().filter(row -> row.attempt() == 1 && row.notBefore() == null))
                .noneMatch(row -> row.outcome() == SmtpStatus.DEFERRED);
    }

    @Test
    void everyCertificateOfEveryChainIsKept() {
        var kept = crawl.rows(Table.CERTIFICATES).stream()
                .map(CertificateRow::sha256)
                .collect(Collectors.toSet());
        var sent = Stream.of(
                        crawl.rows(Table.SMTP).stream().flatMap(row -> row.chain().stream()),
                        crawl.rows(Table.SMTP).stream()
                                .flatMap(row -> row.secondLooks().stream())
                                .flatMap(look -> look.chain().stream()),
                        crawl.rows(Table.DOMAINS).stream().flatMap(row -> row.stsPolicy().chain().stream()))
                .flatMap(digests -> digests)
                .collect(Collectors.toSet());
        assertThat(sent).isNotEmpty();
        assertThat(kept).isEqualTo(sent);
    }

    @Test
    void mannersAreKept() {
        assertThat(lab.counters().smtp().illMannered()).isZero();
        assertThat(lab.counters().smtp().mostAtOncePerAddress()).isEqualTo(1);
    }

    /// In the default tier, EveryDomainOfTheLabTest says so of all domains that answer.
    @Test
    @Tag("full")
    void validationInThisProcessSeesTheSame() throws Exception {
        Path anchor = Files.writeString(folder.resolve("anchor"), lab.trustAnchor());
        Path other = Files.createDirectory(folder.resolve("validated"));
        LabCrawl validated =
                LabCrawl.ofInput(lab, other, LabCrawl.list(lab, other), LabCrawl.probes(lab, Optional.of(anchor)));

        assertThat(told(validated.rows(Table.DOMAINS), DomainRow::domain, EveryFixtureCrawlTest::seen))
                .containsExactlyInAnyOrderEntriesOf(
                        told(truth.domains().values(), DomainTruth::domain, EveryFixtureCrawlTest::truly));
        // Nobody wanted to know.
        assertThat(validated.rows(Table.DOMAINS))
                .extracting(EveryFixtureCrawlTest::hints)
                .containsOnly("[NOT_ASKED, NOT_ASKED, NOT_ASKED]");
        assertThat(told(validated.rows(Table.MX_HOSTS), HostRow::host, EveryFixtureCrawlTest::seen))
                .containsExactlyInAnyOrderEntriesOf(
                        told(truth.hosts().values(), HostTruth::host, EveryFixtureCrawlTest::truly));
    }

    private static String hints(DomainRow row) {
        return List.of(row.dkimHint(), row.openpgpkeyHint(), row.smimeaHint()).toString();
    }

    private static String seen(DomainRow row) {
        return words(
                row.mxStatus(),
                row.mxSecurity(),
                row.mxFailure(),
                row.mx().stream()
                        .map(mx -> mx.preference() + " " + (mx.host().isEmpty() ? "." : mx.host()))
                        .toList(),
                row.stsRecord().status(),
                row.stsPolicy().status(),
                row.tlsrpt().status());
    }

    private static String truly(DomainTruth domain) {
        // A null MX is told by its status; its one exchange is no host.
        Object mx = domain.mxStatus().equals("NULL_MX") ? "[]" : domain.mx();
        return words(
                domain.mxStatus(),
                domain.mxSecurity(),
                domain.mxFailure(),
                mx,
                domain.stsRecord(),
                domain.stsPolicy(),
                domain.tlsrpt());
    }

    private static String seen(HostRow row) {
        return words(
                row.aStatus(),
                row.aaaaStatus(),
                row.aFailure(),
                row.addresses().stream().map(HostRow.Address::ip).sorted().toList(),
                row.tlsaStatus(),
                row.tlsaBase(),
                row.tlsaFailure());
    }

    private static String truly(HostTruth host) {
        return words(
                host.aStatus(),
                host.aaaaStatus(),
                host.failure(),
                host.addresses().stream().map(AddressTruth::ip).sorted().toList(),
                host.tlsaStatus(),
                host.tlsaBase(),
                host.tlsaFailure());
    }

    private static String seen(SmtpRow row) {
        SmtpRow.Tls tls = row.tls();

        return words(
                row.outcome(),
                row.stage(),
                row.cause(),
                row.alert(),
                row.replyCode(),
                row.plaintext(),
                tls == null ? "" : tls.version(),
                tls == null ? "" : tls.group());
    }

    private static String truly(AddressTruth address) {
        return words(
                address.outcome(),
                address.stage(),
                address.cause(),
                address.alert(),
                address.reply(),
                address.plaintext(),
                address.tls(),
                address.group());
    }

    private static String words(Object... facts) {
        return Stream.of(facts).map(fact -> Objects.toString(fact, "")).collect(Collectors.joining(" | "));
    }

    private static <T> Map<String, String> told(
            Iterable<T> things, Function<T, String> key, Function<T, String> value) {
        Map<String, String> told = new TreeMap<>();
        things.forEach(thing -> assertThat(told.put(key.apply(thing), value.apply(thing)))
                .as("a second row of %s", key.apply(thing))
                .isNull());
        return told;
    }
}
