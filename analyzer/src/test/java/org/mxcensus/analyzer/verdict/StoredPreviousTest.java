package org.mxcensus.analyzer.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.judge.Previous;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ReleaseFiles;

class StoredPreviousTest {
    private static final LocalDate NOW = TestCrawl.DATE;
    private static final LocalDate BEFORE = NOW.minusMonths(1);
    private static final Identity ROOT = Pki.root("root");
    private static final Identity SECURE = ROOT.issue(Form.server("mx.secure.nl"));
    private static final Identity SIGNED_SINCE = ROOT.issue(Form.server("mx.since.nl"));
    private static final Identity PLAIN = ROOT.issue(Form.server("mx.plain.nl"));
    private static final Identity POLICY_HOST = ROOT.issue(Form.server("mta-sts.good.nl", "mta-sts.none.nl"));
    private static final TlsaOutcome ABSENT = new TlsaOutcome.Absent(Security.SECURE);
    private static final String ENFORCE = "version: STSv1\nmode: enforce\nmx: mx.secure.nl\nmax_age: 86400\n";
    private static final String NONE = "version: STSv1\nmode: none\nmax_age: 86400\n";

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void crawlBefore() {
        store = new DirectoryStore(folder);
        TestCrawl crawl = new TestCrawl()
                .frame(
                        "nl",
                        "good.nl",
                        "none.nl",
                        "untrusted.nl",
                        "broken.nl",
                        "missing.nl",
                        "mute.nl",
                        "dark.nl",
                        "dark-since.nl")
                .host(Seen.host("mx.secure.nl", Security.SECURE, found("mx.secure.nl", SECURE)))
                .host(Seen.host("mx.since.nl", Security.SECURE, ABSENT))
                .host(Seen.host("mx.plain.nl", Security.SECURE, ABSENT))
                .host(Seen.host("mx.silent.nl", Security.SECURE, found("mx.silent.nl", SECURE)))
                .host(Seen.host(
                        "mx.insecure.nl",
                        Security.INSECURE,
                        new TlsaOutcome.FoundInsecure("mx.insecure.nl", List.of(Seen.tlsa(3, 1, 1, PLAIN)), 300)))
                .smtp(Seen.smtp("mx.secure.nl", Seen.IP4, Seen.tls(SECURE, ROOT)))
                .smtp(Seen.smtp("mx.secure.nl", Seen.IP6, Seen.tls(SECURE)))
                .smtp(Seen.smtp("mx.since.nl", Seen.IP4, Seen.tls(SIGNED_SINCE)))
                .smtp(Seen.smtp("mx.plain.nl", Seen.IP4, Seen.tls(PLAIN)))
                .smtp(Seen.smtp("mx.insecure.nl", Seen.IP4, Seen.tls(PLAIN)))
                .certificates(ROOT, SECURE, SIGNED_SINCE, PLAIN, POLICY_HOST)
                .domain(sts("good.nl", fetched(ENFORCE)))
                .domain(sts("none.nl", fetched(NONE)))
                .domain(sts("untrusted.nl", fetched(ENFORCE)))
                .domain(sts("broken.nl", fetched("mode: enforce\n")))
                .domain(sts("missing.nl", new PolicyFetch.HttpError(404, List.of(POLICY_HOST.sha256()))))
                .domain(sts("mute.nl", new PolicyFetch.NotConnected(ConnectFailure.TIMED_OUT)))
                .domain(dark("dark.nl"))
                .domain(dark("dark-since.nl"));
        crawl.write(store, BEFORE, 0);
    }

    @Test
    void hostsWithSecureRecordsThenOrNowAreKnownWithTheirChains() {
        TestCrawl.evaluate(store, BEFORE, ROOT);

        try (StoredPrevious previous = previous()) {
            assertThat(previous.host("mx.secure.nl"))
                    .contains(new Previous.Host(
                            List.of(Seen.tlsa(3, 1, 1, SECURE)),
                            Map.of(
                                    Seen.IP4, List.of(SECURE.sha256(), ROOT.sha256()),
                                    Seen.IP6, List.of(SECURE.sha256()))));
            assertThat(previous.host("mx.since.nl"))
                    .contains(new Previous.Host(List.of(), Map.of(Seen.IP4, List.of(SIGNED_SINCE.sha256()))));
            assertThat(previous.host("mx.silent.nl"))
                    .contains(new Previous.Host(List.of(Seen.tlsa(3, 1, 1, SECURE)), Map.of()));
            assertThat(previous.host("mx.plain.nl")).isEmpty();
            assertThat(previous.host("mx.insecure.nl")).isEmpty();
            assertThat(previous.host("mx.unseen.nl")).isEmpty();
        }
    }

    @Test
    void theirCertificatesAreKeptAndNoOthers() {
        TestCrawl.evaluate(store, BEFORE, ROOT);

        try (StoredPrevious previous = previous()) {
            assertThat(List.of(SECURE, SIGNED_SINCE, ROOT))
                    .allSatisfy(one -> assertThat(
                                    previous.certificates().der(one.sha256()).orElseThrow())
                            .isEqualTo(one.der()));
            assertThat(previous.certificates().der(PLAIN.sha256())).isEmpty();
            assertThat(previous.certificates().der(POLICY_HOST.sha256())).isEmpty();
        }
    }

    @Test
    void policiesAreThoseThatASenderCouldUse() {
        TestCrawl.evaluate(store, BEFORE, ROOT);

        try (StoredPrevious previous = previous()) {
            assertThat(previous.policy("good.nl"))
                    .contains(new Previous.Policy(
                            Pki.NOW,
                            "20260201",
                            new StsPolicy(StsPolicy.Mode.ENFORCE, 86400, List.of("mx.secure.nl")),
                            ENFORCE));
            assertThat(previous.policy("none.nl")).map(Previous.Policy::text).contains(NONE);
            assertThat(List.of("untrusted.nl", "broken.nl", "missing.nl", "unseen.nl"))
                    .allSatisfy(domain -> assertThat(previous.policy(domain)).isEmpty());
        }
    }

    /// A policy that was announced and not to be had, or is announced now and may have been then.
    @Test
    void policiesAreMissedThatASenderMayHaveGot() {
        TestCrawl.evaluate(store, BEFORE, ROOT);

        try (StoredPrevious previous = previous()) {
            assertThat(List.of("mute.nl", "dark.nl")).allMatch(previous::missedPolicy);
            assertThat(List.of("good.nl", "none.nl", "untrusted.nl", "missing.nl", "dark-since.nl", "unseen.nl"))
                    .noneMatch(previous::missedPolicy);
        }
    }

    @Test
    void withoutVerdictsNobodyKnowsWhichPoliciesWereOfUse() {
        Finish.run(store, BEFORE, TestCrawl.input(Pki.NOW));

        try (StoredPrevious previous = previous()) {
            assertThat(previous.host("mx.secure.nl")).isPresent();
            assertThat(previous.policy("good.nl")).isEmpty();
        }
    }

    @Test
    void theLatestEarlierCrawlIsTheOneBefore() {
        for (LocalDate other : List.of(BEFORE.minusMonths(1), NOW, NOW.plusMonths(1))) {
            new TestCrawl().frame("nl", "a.nl").write(store, other, 0);
            TestCrawl.evaluate(store, other);
        }
        assertThat(TestCrawl.evaluate(store, BEFORE, ROOT).versions())
                .containsEntry("previous", BEFORE.minusMonths(1).toString());
        assertThat(TestCrawl.evaluate(store, NOW, ROOT).versions()).containsEntry("previous", BEFORE.toString());
        assertThat(TestCrawl.evaluate(store, BEFORE.minusMonths(1), ROOT).versions())
                .containsEntry("previous", "none");
    }

    /// As the crawl after it is told, in which `mx.since.nl` has TLSA records too.
    private StoredPrevious previous() {
        new TestCrawl()
                .frame("nl", "good.nl", "dark.nl", "dark-since.nl")
                .domain(sts("dark.nl", fetched(ENFORCE)))
                .domain(dark("dark-since.nl"))
                .host(Seen.host("mx.since.nl", Security.SECURE, found("mx.since.nl", SIGNED_SINCE)))
                .write(store, NOW, 0);
        Finish.run(store, NOW, TestCrawl.input(Pki.NOW));
        Manifests manifests = new Manifests(store);
        Manifest now = manifests.find(NOW).orElseThrow();
        return StoredPrevious.of(
                new CrawlTables(store, now, ReleaseFiles.startedAt(NOW, Pki.NOW)), CrawlBefore.of(store, now));
    }

    private static TlsaOutcome found(String host, Identity identity) {
        return Seen.found(host, Seen.tlsa(3, 1, 1, identity));
    }

    private static PolicyFetch fetched(String text) {
        return new PolicyFetch.Fetched(text, false, "text/plain", List.of(POLICY_HOST.sha256()));
    }

    /// The look-up of its record fails.
    private static DomainObservation dark(String domain) {
        return Seen.domain(
                domain,
                Seen.mx(Security.SECURE, "mx.secure.nl"),
                new RecordOutcome.Unmeasured<>(DnsFailure.TIMEOUT),
                new PolicyFetch.NotAsked(),
                new RecordOutcome.Absent<>());
    }

    private static DomainObservation sts(String domain, PolicyFetch policy) {
        return Seen.domain(
                domain,
                Seen.mx(Security.SECURE, "mx.secure.nl"),
                new RecordOutcome.Valid<>(new StsRecord("20260201"), "v=STSv1; id=20260201;"),
                policy,
                new RecordOutcome.Absent<>());
    }
}
