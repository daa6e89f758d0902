package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.TlsGrade;

/// What each outcome of a dialogue says about STARTTLS, and about DANE where there is TLSA: *could not tell* is
/// never *no*.
class ConnectionTest {
    private static final String HOST = "mx.example.nl";
    private static final Pki.Identity LEAF = Pki.root(HOST);

    static Stream<Arguments> outcomes() {
        return Stream.of(
                arguments(Seen.tls(LEAF), Finding.YES, DaneStatus.VALID),
                arguments(new SmtpOutcome.StartTlsNotOffered(), Finding.NO, DaneStatus.STARTTLS_MISSING),
                arguments(new SmtpOutcome.StartTlsRefused(reply(501)), Finding.NO, DaneStatus.STARTTLS_MISSING),
                arguments(new SmtpOutcome.StartTlsRefused(reply(454)), Finding.UNMEASURED, DaneStatus.UNMEASURED),
                arguments(handshake(HandshakeFailure.ALERT), Finding.NO, DaneStatus.HANDSHAKE_FAILED),
                arguments(handshake(HandshakeFailure.PROTOCOL), Finding.NO, DaneStatus.HANDSHAKE_FAILED),
                arguments(handshake(HandshakeFailure.CLOSED), Finding.NO, DaneStatus.HANDSHAKE_FAILED),
                arguments(handshake(HandshakeFailure.RESET), Finding.UNMEASURED, DaneStatus.UNMEASURED),
                arguments(handshake(HandshakeFailure.TIMED_OUT), Finding.UNMEASURED, DaneStatus.UNMEASURED),
                arguments(
                        new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.REFUSED),
                        Finding.UNMEASURED,
                        DaneStatus.UNMEASURED),
                arguments(
                        new SmtpOutcome.Deferred(SmtpStage.GREETING, reply(421)),
                        Finding.UNMEASURED,
                        DaneStatus.UNMEASURED),
                arguments(
                        new SmtpOutcome.Blocked(SmtpStage.GREETING, reply(554)),
                        Finding.UNMEASURED,
                        DaneStatus.UNMEASURED),
                arguments(new SmtpOutcome.EhloRejected(reply(550)), Finding.UNMEASURED, DaneStatus.UNMEASURED),
                arguments(
                        new SmtpOutcome.ProtocolError(SmtpStage.EHLO, ProtocolFailure.CLOSED, ""),
                        Finding.UNMEASURED,
                        DaneStatus.UNMEASURED),
                arguments(
                        new SmtpOutcome.NotAttempted(Abstention.OPTED_OUT), Finding.UNMEASURED, DaneStatus.UNMEASURED),
                arguments(new SmtpOutcome.InternalError("bug"), Finding.UNMEASURED, DaneStatus.UNMEASURED),
                arguments(new SmtpOutcome.NoService(reply(521)), null, DaneStatus.UNMEASURED));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void whatAnOutcomeSays(SmtpOutcome outcome, @Nullable Finding starttls, DaneStatus dane) {
        HostVerdictRow row = new Judge(TestCrawl.roots(), TestCrawl.PROVIDERS, Reach.BOTH, Previous.NONE)
                .judgeHost(
                        Seen.host(HOST, Security.SECURE, Seen.found(HOST, Seen.tlsa(3, 1, 1, LEAF))),
                        List.of(Seen.smtp(HOST, Seen.IP4, outcome)),
                        Certificates.of(List.of(LEAF.observed())))
                .addresses()
                .getFirst()
                .row();

        assertThat(row.starttls()).isEqualTo(starttls);
        assertThat(row.dane()).isEqualTo(dane);
        assertThat(row.tls13()).isEqualTo(starttls == Finding.NO ? null : starttls);
        if (starttls != Finding.YES) {
            assertThat(row.reason()).isNotEmpty();
            assertThat(row.certificate()).isNull();
        }
    }

    @Test
    void theReasonIsToldInWords() {
        assertThat(Connection.of(Seen.smtp(HOST, Seen.IP4, handshake(HandshakeFailure.TIMED_OUT))))
                .isEqualTo(new Connection.Unmeasured("the TLS handshake fails: timed out (detail)"));
        assertThat(Connection.of(Seen.smtp(
                        HOST,
                        Seen.IP4,
                        new SmtpOutcome.HandshakeFailed(HandshakeFailure.CLOSED, Optional.empty(), ""))))
                .isEqualTo(new Connection.NoTls(
                        DaneCause.HANDSHAKE, TlsGrade.UNMEASURED, "the TLS handshake fails: closed"));
    }

    @Test
    void onlyAnOldClientSpeaksForOldClients() {
        SmtpObservation seen = Seen.smtp(HOST, Seen.IP4, handshake(HandshakeFailure.ALERT))
                .lookedAtAgain(List.of(new SecondLook(SecondLook.Purpose.OTHER_KEY, Seen.tls(LEAF))));

        assertThat(Connection.of(seen)).isInstanceOf(Connection.NoTls.class);
    }

    private static Arguments arguments(SmtpOutcome outcome, @Nullable Finding starttls, DaneStatus dane) {
        return Arguments.of(outcome, starttls, dane);
    }

    private static SmtpReply reply(int code) {
        return new SmtpReply(code, "text");
    }

    private static SmtpOutcome handshake(HandshakeFailure cause) {
        return new SmtpOutcome.HandshakeFailed(cause, Optional.empty(), "detail");
    }
}
