package org.mxcensus.analyzer.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mxcensus.analyzer.reconcile.Outcome.NO;
import static org.mxcensus.analyzer.reconcile.Outcome.NOT_COUNTED;
import static org.mxcensus.analyzer.reconcile.Outcome.UNMEASURED;
import static org.mxcensus.analyzer.reconcile.Outcome.YES;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.DirectoryStore;

/// Domains made by hand and judged by the judge, whose outcome by each definition is known. Each has a top-level domain
/// of its own, so that a figure below it is about this domain alone.
class KnownOutcomesTest {
    private static final SmtpOutcome DEAD = new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);

    @TempDir
    static Path folder;

    private static DirectoryStore store;

    /// @param outcomes in the order of [Definition]
    record Known(String tld, MxOutcome mx, Optional<Boolean> signed, List<Outcome> outcomes) {
        String domain() {
            return "example." + tld;
        }

        @Override
        public String toString() {
            return tld;
        }
    }

    private static final List<Known> KNOWN = List.of(
            known("backup-without", true, secure("10 mx.good", "20 mx.plain"), YES, YES, NO, NO, NO, YES, NO),
            known("primary-without", true, secure("20 mx.good", "10 mx.plain"), YES, NO, NO, NO, NO, YES, NO),
            known("one-dead", true, secure("10 mx.good", "10 mx.dead"), YES, YES, YES, NO, UNMEASURED, YES, UNMEASURED),
            known("all-dead", true, secure("10 mx.dead"), YES, UNMEASURED, UNMEASURED, NO, UNMEASURED, YES, UNMEASURED),
            known("dead-without", true, secure("10 mx.dead-plain"), YES, NO, NO, NO, NO, NOT_COUNTED, NO),
            known("dead-address", true, secure("10 mx.half-dead"), YES, YES, YES, NO, UNMEASURED, YES, UNMEASURED),
            known("mx-unsigned", false, insecure("10 mx.good"), NO, NOT_COUNTED, YES, NO, YES, YES, NO),
            known("host-unsigned", true, secure("10 mx.insecure"), YES, NO, NO, NO, NO, NO, NO),
            known("other-name", true, secure("10 mx.named"), YES, NO, YES, NO, YES, YES, NO),
            known("own-name", true, secure("10 mx.owned"), YES, YES, YES, NO, YES, YES, YES),
            known("rolling", true, secure("10 mx.rolling"), YES, YES, YES, YES, YES, YES, YES),
            known("mismatch", true, secure("10 mx.wrong"), YES, NO, NO, NO, NO, YES, NO),
            known("old-tls", true, secure("10 mx.old"), YES, YES, YES, NO, NO, YES, YES),
            known(
                    "bogus",
                    true,
                    secure("10 mx.bogus"),
                    YES,
                    UNMEASURED,
                    UNMEASURED,
                    UNMEASURED,
                    UNMEASURED,
                    UNMEASURED,
                    UNMEASURED),
            known("bogus-and-without", true, secure("10 mx.bogus", "10 mx.plain"), YES, NO, NO, NO, NO, UNMEASURED, NO),
            known(
                    "half-owned",
                    true,
                    secure("10 mx.half-owned", "10 mx.bogus"),
                    YES,
                    UNMEASURED,
                    UNMEASURED,
                    NO,
                    UNMEASURED,
                    UNMEASURED,
                    UNMEASURED),
            known(
                    "implicit",
                    true,
                    new MxOutcome.Implicit(Security.SECURE),
                    YES,
                    YES,
                    NOT_COUNTED,
                    NOT_COUNTED,
                    NOT_COUNTED,
                    NOT_COUNTED,
                    YES),
            known(
                    "no-mail",
                    true,
                    new MxOutcome.NullMx(Security.SECURE, 300),
                    YES,
                    NO,
                    NOT_COUNTED,
                    NOT_COUNTED,
                    NOT_COUNTED,
                    NOT_COUNTED,
                    NOT_COUNTED),
            known(
                    "untold",
                    false,
                    new MxOutcome.Unmeasured(DnsFailure.TIMEOUT, List.of()),
                    NO,
                    UNMEASURED,
                    UNMEASURED,
                    UNMEASURED,
                    UNMEASURED,
                    UNMEASURED,
                    UNMEASURED),
            new Known(
                    "listed",
                    secure("10 mx.good"),
                    Optional.empty(),
                    List.of(UNMEASURED, YES, YES, NO, YES, YES, YES)));

    @BeforeAll
    static void judge() {
        store = new DirectoryStore(folder);
        Pki.Identity root = Pki.root("root");
        Pki.Identity leaf = root.issue(Pki.Form.server("mx.good"));
        Pki.Identity owned = root.issue(Pki.Form.server("example.own-name"));
        TlsaRecord right = Seen.tlsa(3, 1, 1, leaf);
        TlsaRecord wrong = Seen.tlsa(3, 1, 1, owned);
        SmtpOutcome tls = Seen.tls(leaf, root);
        TestCrawl crawl = new TestCrawl();
        host(crawl, "mx.good", Security.SECURE, Seen.found("mx.good", right), tls);
        host(crawl, "mx.dead", Security.SECURE, Seen.found("mx.dead", right), DEAD);
        host(crawl, "mx.plain", Security.SECURE, new TlsaOutcome.Absent(Security.SECURE), tls);
        host(crawl, "mx.dead-plain", Security.SECURE, new TlsaOutcome.Absent(Security.SECURE), DEAD);
        host(
                crawl,
                "mx.insecure",
                Security.INSECURE,
                new TlsaOutcome.FoundInsecure("mx.insecure", List.of(right), 300),
                tls);
        host(crawl, "mx.named", Security.SECURE, Seen.found("mx.named", Seen.tlsa(2, 0, 1, root)), tls);
        host(
                crawl,
                "mx.owned",
                Security.SECURE,
                Seen.found("mx.owned", Seen.tlsa(2, 0, 1, root)),
                Seen.tls(owned, root));
        host(crawl, "mx.rolling", Security.SECURE, Seen.found("mx.rolling", right, wrong), tls);
        host(crawl, "mx.wrong", Security.SECURE, Seen.found("mx.wrong", wrong), tls);
        host(crawl, "mx.old", Security.SECURE, Seen.found("mx.old", right), Seen.tls("TLSv1", leaf, root));
        host(crawl, "mx.bogus", Security.SECURE, new TlsaOutcome.Failed("mx.bogus", DnsFailure.BOGUS, List.of()), tls);
        host(crawl, "example.implicit", Security.SECURE, Seen.found("example.implicit", right), tls);
        HostObservation twice = Seen.host(
                "mx.half-dead",
                new Answer.Found<>(List.of(Seen.IP4, "192.0.2.2"), Security.SECURE, 300),
                new Answer.NoData<>(Security.SECURE),
                Seen.found("mx.half-dead", right));
        crawl.host(twice)
                .smtp(Seen.smtp("mx.half-dead", Seen.IP4, tls))
                .smtp(Seen.smtp("mx.half-dead", "192.0.2.2", DEAD));
        Pki.Identity half = root.issue(Pki.Form.server("mx.half-owned"));
        Pki.Identity other = root.issue(Pki.Form.server("example.half-owned"));
        crawl.host(Seen.host(
                        "mx.half-owned",
                        new Answer.Found<>(List.of(Seen.IP4, "192.0.2.2"), Security.SECURE, 300),
                        new Answer.NoData<>(Security.SECURE),
                        Seen.found("mx.half-owned", Seen.tlsa(2, 0, 1, root))))
                .smtp(Seen.smtp("mx.half-owned", Seen.IP4, Seen.tls(half, root)))
                .smtp(Seen.smtp("mx.half-owned", "192.0.2.2", Seen.tls(other, root)));
        for (Known known : KNOWN) {
            crawl.frame(new FrameRow(
                            known.domain(), "zone", known.tld(), known.signed().orElse(null), null, null))
                    .domain(Seen.domain(known.domain(), known.mx()));
        }
        crawl.certificates(root, leaf, owned, half, other).write(store, TestCrawl.DATE, 0);
        TestCrawl.evaluate(store, TestCrawl.DATE, root);
    }

    static Stream<Known> known() {
        return KNOWN.stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void aDomainHasItsOutcomeByEachDefinition(Known known) {
        try (Reconciliation reconciliation = Reconciliation.of(store, TestCrawl.DATE, Optional.of(known.tld()))) {
            List<Outcome> outcomes = new ArrayList<>();
            reconciliation.figures().values().forEach(figure -> outcomes.add(only(figure)));
            assertThat(outcomes).isEqualTo(known.outcomes());
        }
    }

    @Test
    void ourOwnFigureIsThatOfTheMetric() {
        try (Reconciliation reconciliation = Reconciliation.of(store, TestCrawl.DATE, Optional.empty());
                var trends = TrendsStore.open(store).orElseThrow()) {
            Figure figure = reconciliation.figures().get(Definition.MXCENSUS);
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS, Metric.DANE))
                    .containsExactly(new AdoptionPoint(
                            TestCrawl.DATE,
                            Metric.DANE,
                            figure.frame(),
                            figure.numerator(),
                            figure.denominator(),
                            figure.unmeasured()));
            assertThat(figure.frame()).isEqualTo(KNOWN.size());
        }
    }

    @Test
    void theWayFromTheSurveyToOurFigureNamesTheRuleThatMovesADomain() {
        try (Reconciliation reconciliation = Reconciliation.of(store, TestCrawl.DATE, Optional.of("backup-without"))) {
            Waterfall waterfall = reconciliation.between(Definition.DANE_SURVEY, Definition.MXCENSUS);

            assertThat(waterfall.steps())
                    .extracting(Step::from, Step::to, step -> step.out(Part.NUMERATOR))
                    .containsExactly(
                            tuple(Population.VALIDATED_MX, Population.ACCEPTS_MAIL, 0L),
                            tuple(Hosts.PRIMARY_ACCEPTING, Hosts.EVERY, 1L));
            assertThat(waterfall.start()).isEqualTo(new Figure(1, 1, 0, 0));
            assertThat(waterfall.end()).isEqualTo(new Figure(0, 1, 0, 0));
        }
    }

    private static Outcome only(Figure figure) {
        return Objects.requireNonNull(Map.of(
                        new Figure(1, 1, 0, 0), YES,
                        new Figure(0, 1, 0, 0), NO,
                        new Figure(0, 0, 1, 0), UNMEASURED,
                        new Figure(0, 0, 0, 1), NOT_COUNTED)
                .get(figure));
    }

    private static Known known(String tld, boolean signed, MxOutcome mx, Outcome... outcomes) {
        return new Known(tld, mx, Optional.of(signed), List.of(outcomes));
    }

    private static MxOutcome secure(String... records) {
        return mx(Security.SECURE, records);
    }

    private static MxOutcome insecure(String... records) {
        return mx(Security.INSECURE, records);
    }

    private static MxOutcome mx(Security security, String... records) {
        return new MxOutcome.Hosts(
                Stream.of(records)
                        .map(record -> record.split(" "))
                        .map(words -> new MailExchange(Integer.parseInt(words[0]), words[1]))
                        .toList(),
                security,
                300);
    }

    private static void host(TestCrawl crawl, String name, Security security, TlsaOutcome tlsa, SmtpOutcome seen) {
        crawl.host(Seen.host(name, security, tlsa)).smtp(Seen.smtp(name, Seen.IP4, seen));
    }
}
