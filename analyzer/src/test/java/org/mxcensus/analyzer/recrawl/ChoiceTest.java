package org.mxcensus.analyzer.recrawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.datasets.store.UserError;

/// Given a crawl with every state of DANE and MTA-STS: these are looked at again.
class ChoiceTest {
    private static final Identity ROOT = Pki.root("root");
    private static final Identity SERVER = ROOT.issue(Form.server("mx.example.net"));
    private static final Identity OTHER = ROOT.issue(Form.server("mx.other.net"));
    private static final RecordOutcome<StsRecord> RECORD =
            new RecordOutcome.Valid<>(new StsRecord("1"), "v=STSv1; id=1;");

    @TempDir
    Path folder;

    private DirectoryStore store;
    private final TestCrawl crawl = new TestCrawl();

    @BeforeEach
    void aCrawlWithEverything() {
        store = new DirectoryStore(folder.resolve("full"));
        crawl.certificates(ROOT, SERVER, OTHER);
        dane("valid.nl", Security.SECURE, matching(SERVER), Seen.tls(SERVER, ROOT));
        dane("mismatch.nl", Security.SECURE, matching(OTHER), Seen.tls(SERVER, ROOT));
        dane("plain.nl", Security.SECURE, matching(SERVER), new SmtpOutcome.StartTlsNotOffered());
        dane("silent.nl", Security.SECURE, matching(SERVER), silence());
        dane("unsigned.nl", Security.INSECURE, matching(SERVER), Seen.tls(SERVER, ROOT));
        dane("without.nl", Security.SECURE, new TlsaOutcome.Absent(Security.SECURE), Seen.tls(SERVER, ROOT));
        dane(
                "untold.nl",
                Security.SECURE,
                new TlsaOutcome.Failed("mx.untold.nl", DnsFailure.SERVFAIL, List.of()),
                Seen.tls(SERVER, ROOT));
        sts("broken-policy.nl", RECORD, new PolicyFetch.NoAddress());
        sts("untold-policy.nl", RECORD, new PolicyFetch.LookupFailed(DnsFailure.TIMEOUT));
        sts("two-records.nl", new RecordOutcome.Multiple<>(List.of("v=STSv1; id=1;", "v=STSv1; id=2;")), notAsked());
        sts("malformed.nl", new RecordOutcome.Malformed<>("v=STSv1; id=;", "no id"), notAsked());
        sts("untold-record.nl", new RecordOutcome.Unmeasured<>(DnsFailure.TIMEOUT), notAsked());
        crawl.frame("nl", "never-seen.nl");
    }

    @Test
    void daneIsLookedAtAgainWhereverItIsDeployedAlsoWhereItIsBrokenOrNobodyAnswered() {
        evaluate(TestCrawl.DATE);

        assertThat(chosen(Recrawl.Kind.DANE))
                .isEqualTo(Map.of("nl", List.of("mismatch.nl", "plain.nl", "silent.nl", "valid.nl")));
    }

    @Test
    void mtaStsIsLookedAtAgainWhereverThereIsARecord() {
        evaluate(TestCrawl.DATE);

        assertThat(chosen(Recrawl.Kind.MTA_STS))
                .isEqualTo(Map.of(
                        "nl", List.of("broken-policy.nl", "malformed.nl", "two-records.nl", "untold-policy.nl")));
    }

    @Test
    void whatIsBrokenIsLookedAtAgainWhicheverOfTheTwoItIs() {
        evaluate(TestCrawl.DATE);

        assertThat(chosen(Recrawl.Kind.BROKEN))
                .isEqualTo(Map.of("nl", List.of("broken-policy.nl", "mismatch.nl", "plain.nl")));
    }

    @Test
    void eachSourceKeepsItsDomainsAndItsRanks() {
        crawl.frame("banks", "valid.nl", "without.nl").ranked("tops", "without.nl", "silent.nl", "mismatch.nl");
        evaluate(TestCrawl.DATE);

        Map<String, List<String>> chosen = chosen(Recrawl.Kind.DANE);
        assertThat(chosen).containsOnlyKeys("nl", "banks", "tops").containsEntry("banks", List.of("valid.nl"));
        assertThat(chosen.get("tops"))
                .extracting(line -> line.replaceFirst("\\d+,", ""))
                .containsExactly("silent.nl", "mismatch.nl");
        assertThat(chosen.get("tops")).allMatch(line -> line.matches("\\d+,[a-z.]+"));
    }

    @Test
    void theNewestJudgedCrawlUpToTheDayCounts() {
        LocalDate later = TestCrawl.DATE.plusMonths(1);
        evaluate(TestCrawl.DATE);
        evaluate(later);
        crawl.write(store, later.plusDays(3), 0);
        Finish.run(store, later.plusDays(3), TestCrawl.input(Pki.NOW));

        assertThat(of(TestCrawl.DATE)).isEqualTo(TestCrawl.DATE);
        assertThat(of(later.minusDays(1))).isEqualTo(TestCrawl.DATE);
        assertThat(of(later)).isEqualTo(later);
        assertThat(of(later.plusDays(4))).as("the newest is not judged").isEqualTo(later);
    }

    @Test
    void withoutAJudgedCrawlNothingCanBeChosen() {
        crawl.write(store, TestCrawl.DATE, 0);
        Finish.run(store, TestCrawl.DATE, TestCrawl.input(Pki.NOW));

        assertThatThrownBy(() -> of(TestCrawl.DATE))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "There is no judged crawl of 2026-03-01 or before in %s to choose domains from; make one with `mxcensus crawl`, or judge one with `mxcensus judge`.",
                        store);
    }

    @Test
    void whereNothingWasFoundThereIsNothingToLookAtAgain() {
        new TestCrawl().frame("nl", "never-seen.nl").write(store, TestCrawl.DATE, 0);
        TestCrawl.evaluate(store, TestCrawl.DATE, ROOT);

        assertThatThrownBy(() -> chosen(Recrawl.Kind.MTA_STS))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "The crawl of 2026-03-01 in %s found no domains with an MTA-STS record, so".formatted(store));
    }

    @Test
    void recrawlsAreNotChosenFrom() {
        evaluate(TestCrawl.DATE);
        Manifests manifests = new Manifests(store);
        Manifest full = manifests.find(TestCrawl.DATE).orElseThrow();
        manifests.publish(new Manifest(
                full.crawl(),
                full.created(),
                full.program(),
                full.schemaVersion(),
                new Recrawl(Recrawl.Kind.DANE, TestCrawl.DATE.minusDays(3)).recorded(),
                full.sources(),
                full.versions(),
                full.counts(),
                full.files()));

        assertThatThrownBy(() -> of(TestCrawl.DATE))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("%s holds recrawls;".formatted(store));
    }

    private void dane(String domain, Security security, TlsaOutcome tlsa, SmtpOutcome smtp) {
        String host = "mx." + domain;
        crawl.frame("nl", domain)
                .domain(Seen.domain(domain, Seen.mx(security, host)))
                .host(Seen.host(host, Security.SECURE, tlsa))
                .smtp(Seen.smtp(host, Seen.IP4, smtp));
    }

    private void sts(String domain, RecordOutcome<StsRecord> record, PolicyFetch policy) {
        String host = "mx." + domain;
        crawl.frame("nl", domain)
                .domain(Seen.domain(
                        domain, Seen.mx(Security.INSECURE, host), record, policy, new RecordOutcome.Absent<>()))
                .host(Seen.host(host, Security.INSECURE, new TlsaOutcome.NotAsked()))
                .smtp(Seen.smtp(host, Seen.IP4, Seen.tls(SERVER, ROOT)));
    }

    private static TlsaOutcome matching(Identity identity) {
        return Seen.found("mx.example.net", Seen.tlsa(3, 1, 1, identity));
    }

    private static SmtpOutcome silence() {
        return new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);
    }

    private static PolicyFetch notAsked() {
        return new PolicyFetch.NotAsked();
    }

    private void evaluate(LocalDate date) {
        crawl.write(store, date, 0);
        TestCrawl.evaluate(store, date, ROOT);
    }

    private LocalDate of(LocalDate day) {
        return Choice.ofNewest(store, day, Recrawl.Kind.DANE).recrawl().full();
    }

    private Map<String, List<String>> chosen(Recrawl.Kind kind) {
        Map<String, List<String>> lines = new TreeMap<>();
        Choice.ofNewest(store, TestCrawl.DATE, kind)
                .write(new DirectoryStore(folder.resolve("recrawls")))
                .forEach(list -> lines.put(list.source(), read(list.file())));
        return lines;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
