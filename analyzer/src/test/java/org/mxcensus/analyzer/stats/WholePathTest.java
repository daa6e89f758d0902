package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;

class WholePathTest {

    @TempDir
    Path folder;

    @Test
    void fromWorkFilesToFigures() {
        DirectoryStore store = new DirectoryStore(folder);
        Pki.Identity root = Pki.root("root");
        Pki.Identity leaf = root.issue(Pki.Form.server("mx.good.nl"));
        new TestCrawl()
                .frame("nl", "good.nl", "dead.nl", "unseen.nl")
                .domain(Seen.domain("good.nl", Seen.mx(Security.SECURE, "mx.good.nl")))
                .domain(Seen.domain("dead.nl", Seen.mx(Security.INSECURE, "mx.dead.nl")))
                .host(Seen.host("mx.good.nl", Security.SECURE, Seen.found("mx.good.nl", Seen.tlsa(3, 1, 1, leaf))))
                .host(Seen.host("mx.dead.nl", Security.INSECURE, new TlsaOutcome.Absent(Security.INSECURE)))
                .smtp(Seen.smtp("mx.good.nl", Seen.IP4, Seen.tls(leaf, root)))
                .smtp(Seen.smtp(
                        "mx.dead.nl",
                        Seen.IP4,
                        new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT)))
                .certificates(leaf, root)
                .write(store, TestCrawl.DATE, 0);

        TestCrawl.evaluate(store, TestCrawl.DATE, root);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            // good.nl is valid, dead.nl has no DANE whatever its server would say, unseen.nl could not be told.
            assertThat(trends.points(new Scope.Tld("nl"), Weighting.DOMAINS, Metric.DANE))
                    .containsExactly(new AdoptionPoint(TestCrawl.DATE, Metric.DANE, 3, 1, 2, 1));
            assertThat(trends.points(new Scope.Source("nl"), Weighting.DOMAINS, Metric.STARTTLS))
                    .containsExactly(new AdoptionPoint(TestCrawl.DATE, Metric.STARTTLS, 3, 1, 1, 2));
            assertThat(trends.points(new Scope.All(), Weighting.MX_HOSTS, Metric.CERTIFICATE_TRUSTED))
                    .containsExactly(new AdoptionPoint(TestCrawl.DATE, Metric.CERTIFICATE_TRUSTED, 2, 1, 1, 1));
        }
    }

    @Test
    void aCrawlInWhichNothingHasMailIsCountedToo() {
        DirectoryStore store = new DirectoryStore(folder);
        new TestCrawl()
                .frame("nl", "none.nl")
                .domain(Seen.domain(
                        "none.nl", new org.mxcensus.datasets.observation.MxOutcome.NoMail(Security.INSECURE)))
                .write(store, TestCrawl.DATE, 0);

        Manifest manifest = TestCrawl.evaluate(store, TestCrawl.DATE);

        assertThat(manifest.counts()).containsEntry("domains", 1L).containsEntry("smtp", 0L);
        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS, Metric.MAIL))
                    .containsExactly(new AdoptionPoint(TestCrawl.DATE, Metric.MAIL, 1, 0, 1, 0));
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS, Metric.DANE))
                    .containsExactly(new AdoptionPoint(TestCrawl.DATE, Metric.DANE, 1, 0, 0, 0));
        }
    }

    @Test
    void whatNobodyObservedIsUnmeasuredInEveryMetric() {
        DirectoryStore store = new DirectoryStore(folder);
        new TestCrawl().frame("nl", "a.nl", "b.nl").write(store, TestCrawl.DATE, 0);

        TestCrawl.evaluate(store, TestCrawl.DATE);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS))
                    .hasSize(Metric.values().length)
                    .allSatisfy(point -> {
                        assertThat(point.unmeasured()).isEqualTo(2);
                        assertThat(point.denominator()).isZero();
                        assertThat(point.share()).isEmpty();
                    });
        }
    }

    @Test
    void trendsRunOverCrawlsAndShowTheChange() {
        DirectoryStore store = new DirectoryStore(folder);
        for (int month = 0; month < 3; month++) {
            TestCrawl crawl = new TestCrawl().frame("nl", "a.nl", "b.nl").frame("list", "a.nl", "c.se");
            Security security = month == 2 ? Security.SECURE : Security.INSECURE;
            for (String domain : List.of("a.nl", "b.nl", "c.se")) {
                crawl.domain(Seen.domain(domain, Seen.mx(security, "mx.provider.example")));
            }
            crawl.write(store, TestCrawl.DATE.plusMonths(month), 0);
            TestCrawl.evaluate(store, TestCrawl.DATE.plusMonths(month));
        }

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.crawls()).hasSize(3);
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS, Metric.DNSSEC))
                    .extracting(AdoptionPoint::numerator)
                    .containsExactly(0L, 0L, 3L);
            assertThat(trends.tlds(Weighting.DOMAINS, 10))
                    .extracting(ScopeRow::scope)
                    .containsExactly(new Scope.Tld("nl"), new Scope.Tld("se"));
            assertThat(trends.tlds(Weighting.DOMAINS, 1)).hasSize(1);
            ScopeRow provider = trends.providers(Weighting.DOMAINS, 10).getFirst();
            assertThat(provider.scope()).isEqualTo(new Scope.Provider("provider.example"));
            assertThat(Map.of(
                            "now", provider.now().get(Metric.DNSSEC).numerator(),
                            "before", provider.before().get(Metric.DNSSEC).numerator()))
                    .containsEntry("now", 3L)
                    .containsEntry("before", 0L);
            assertThat(trends.newest(new Scope.Tld("xx"), Weighting.DOMAINS)).isEmpty();
            assertThat(trends.newest(new Scope.All(), Weighting.MX_HOSTS)
                            .orElseThrow()
                            .frame())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatWasOpenedStaysReadableWhenTheCacheIsRenewed() {
        DirectoryStore store = new DirectoryStore(folder);
        new TestCrawl().frame("nl", "a.nl").write(store, TestCrawl.DATE, 0);
        TestCrawl.evaluate(store, TestCrawl.DATE);
        try (Trends old = TrendsStore.open(store).orElseThrow()) {
            new TestCrawl().frame("nl", "a.nl", "b.nl").write(store, TestCrawl.DATE.plusMonths(1), 0);
            TestCrawl.evaluate(store, TestCrawl.DATE.plusMonths(1));
            try (Trends now = TrendsStore.open(store).orElseThrow()) {
                assertThat(old.current()).isFalse();
                assertThat(now.current()).isTrue();
                assertThat(old.points(new Scope.All(), Weighting.DOMAINS, Metric.MAIL))
                        .hasSize(1);
                assertThat(now.points(new Scope.All(), Weighting.DOMAINS, Metric.MAIL))
                        .hasSize(2);
            }
        }
    }
}
