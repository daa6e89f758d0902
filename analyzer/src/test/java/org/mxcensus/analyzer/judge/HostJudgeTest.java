package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;

/// An MX host over all its addresses, and one of which the addresses are not known.
class HostJudgeTest {
    private static final String HOST = "mx.example.nl";
    private static final Pki.Identity LEAF = Pki.root(HOST);
    private static final TlsaOutcome TLSA = Seen.found(HOST, Seen.tlsa(3, 1, 1, LEAF));
    private static final SmtpOutcome SILENT = new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);

    private static final Answer<List<String>> NONE = new Answer.NoData<>(Security.SECURE);
    private static final Answer<List<String>> FAILED = new Answer.Failed<>(DnsFailure.SERVFAIL);
    private static final Answer<List<String>> NOT_ASKED = new Answer.Failed<>(DnsFailure.NOT_ASKED);
    private static final Answer<List<String>> A = found(Seen.IP4, Security.SECURE);
    private static final Answer<List<String>> AAAA = found(Seen.IP6, Security.SECURE);
    private static final Answer<List<String>> INSECURE_A = found(Seen.IP4, Security.INSECURE);

    static Stream<Arguments> lookups() {
        return Stream.of(
                Arguments.of(NONE, NONE, true, null),
                Arguments.of(new Answer.NxDomain<List<String>>(Security.SECURE), NONE, true, null),
                Arguments.of(FAILED, NONE, false, Finding.UNMEASURED),
                Arguments.of(NONE, FAILED, false, Finding.UNMEASURED),
                Arguments.of(FAILED, FAILED, false, Finding.UNMEASURED),
                Arguments.of(A, FAILED, true, Finding.YES),
                Arguments.of(FAILED, AAAA, true, Finding.YES),
                Arguments.of(A, NONE, true, Finding.YES),
                Arguments.of(INSECURE_A, NONE, true, Finding.NO),
                Arguments.of(INSECURE_A, AAAA, true, Finding.YES),
                Arguments.of(found(Seen.IP4, Security.UNKNOWN), NOT_ASKED, true, Finding.UNMEASURED),
                Arguments.of(
                        found(Seen.IP4, Security.UNKNOWN),
                        found(Seen.IP6, Security.UNKNOWN),
                        true,
                        Finding.UNMEASURED));
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void whatIsKnownOfTheAddresses(
            Answer<List<String>> a, Answer<List<String>> aaaa, boolean known, @Nullable Finding dnssec) {
        HostJudgement host = judge(a, aaaa, new TlsaOutcome.NotAsked(), Reach.BOTH);

        assertThat(host.known()).isEqualTo(known);
        assertThat(host.summary().dnssec()).isEqualTo(dnssec);
    }

    @Test
    void withoutItsAddressesNothingOfAHostIsKnown() {
        ExchangeVerdictRow row =
                judge(FAILED, NONE, new TlsaOutcome.NotAsked(), Reach.BOTH).summary();

        assertThat(row.starttls()).isEqualTo(Finding.UNMEASURED);
        assertThat(row.dane()).isEqualTo(DaneStatus.UNMEASURED);
        assertThat(row.daneCause()).isEqualTo(DaneCause.NOT_MEASURED);
        assertThat(row.daneDeployed()).isEqualTo(Finding.UNMEASURED);
    }

    @Test
    void whereThereIsNoAddressThereIsNothingToJudge() {
        ExchangeVerdictRow row =
                judge(NONE, NONE, new TlsaOutcome.NotAsked(), Reach.BOTH).summary();

        assertThat(row.starttls()).isNull();
        assertThat(row.dane()).isNull();
        assertThat(row.daneCause()).isNull();
        assertThat(row.daneDeployed()).isNull();
    }

    @Test
    void recordsOfAHostThatAcceptsNoMailCountForNothing() {
        SmtpOutcome none = new SmtpOutcome.NoService(new SmtpReply(521, "no mail"));

        assertThat(judge(A, NONE, TLSA, Reach.BOTH, Seen.smtp(HOST, Seen.IP4, none))
                        .summary()
                        .daneDeployed())
                .isNull();
    }

    @Test
    void anAddressThatDoesNotAnswerIsNotMeasured() {
        ExchangeVerdictRow row = judge(
                        A,
                        AAAA,
                        TLSA,
                        Reach.BOTH,
                        Seen.smtp(HOST, Seen.IP4, Seen.tls(LEAF)),
                        Seen.smtp(HOST, Seen.IP6, SILENT))
                .summary();

        assertThat(row.addresses()).isEqualTo(2);
        assertThat(row.measured()).isEqualTo(1);
        assertThat(row.dane()).isEqualTo(DaneStatus.UNMEASURED);
        assertThat(row.daneCause()).isEqualTo(DaneCause.NOT_MEASURED);
        assertThat(row.daneDeployed()).isEqualTo(Finding.YES);
    }

    @Test
    void anAddressOfAFamilyThatNobodyReachedIsLeftOut() {
        HostJudgement host = judge(
                A,
                AAAA,
                TLSA,
                new Reach(true, false),
                Seen.smtp(HOST, Seen.IP4, Seen.tls(LEAF)),
                Seen.smtp(HOST, Seen.IP6, SILENT));

        assertThat(host.addresses()).extracting(AddressJudgement::counts).containsExactly(true, false);
        assertThat(host.summary().dane()).isEqualTo(DaneStatus.VALID);
    }

    @Test
    void unlessTheHostHasNoOther() {
        HostJudgement tried = judge(NONE, AAAA, TLSA, new Reach(true, false), Seen.smtp(HOST, Seen.IP6, SILENT));
        HostJudgement untried = judge(NONE, AAAA, TLSA, new Reach(true, false));

        assertThat(tried.addresses()).extracting(AddressJudgement::counts).containsExactly(true);
        assertThat(untried.addresses()).extracting(AddressJudgement::counts).containsExactly(true);
    }

    private static Answer<List<String>> found(String ip, Security security) {
        return new Answer.Found<>(List.of(ip), security, 300);
    }

    private static HostJudgement judge(
            Answer<List<String>> a, Answer<List<String>> aaaa, TlsaOutcome tlsa, Reach reach, SmtpObservation... seen) {
        return new Judge(TestCrawl.roots(), TestCrawl.PROVIDERS, reach, Previous.NONE)
                .judgeHost(Seen.host(HOST, a, aaaa, tlsa), List.of(seen), Certificates.of(List.of(LEAF.observed())));
    }
}
