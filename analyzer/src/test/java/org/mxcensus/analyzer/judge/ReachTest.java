package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;

/// Whoever answers, in whatever way, shows that its family is reached.
class ReachTest {
    private static final String HOST = "mx.example.nl";
    private static final String IP6 = "2001:db8::1";
    private static final SmtpReply REPLY = new SmtpReply(554, "no");
    private static final SmtpOutcome SILENT = new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(Seen.tls(Pki.root(HOST)), true),
                Arguments.of(new SmtpOutcome.Deferred(SmtpStage.GREETING, REPLY), true),
                Arguments.of(new SmtpOutcome.Blocked(SmtpStage.GREETING, REPLY), true),
                Arguments.of(new SmtpOutcome.NoService(REPLY), true),
                Arguments.of(new SmtpOutcome.EhloRejected(REPLY), true),
                Arguments.of(new SmtpOutcome.StartTlsNotOffered(), true),
                Arguments.of(new SmtpOutcome.StartTlsRefused(REPLY), true),
                Arguments.of(new SmtpOutcome.HandshakeFailed(HandshakeFailure.CLOSED, Optional.empty(), ""), true),
                Arguments.of(new SmtpOutcome.ProtocolError(SmtpStage.EHLO, ProtocolFailure.CLOSED, ""), true),
                Arguments.of(new SmtpOutcome.NotTold(SmtpStage.EHLO, "EHLO was not sent"), true),
                Arguments.of(SILENT, false),
                Arguments.of(new SmtpOutcome.NotTold(SmtpStage.CONNECT, "unknown-error"), false),
                Arguments.of(new SmtpOutcome.NotAttempted(Abstention.OPTED_OUT), false),
                Arguments.of(new SmtpOutcome.InternalError("bug"), false));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anAnswerShowsThatItsFamilyIsReached(SmtpOutcome outcome, boolean answered) {
        assertThat(Reach.of(Seen.smtp(HOST, Seen.IP4, outcome))).isEqualTo(new Reach(answered, false));
        assertThat(Reach.of(Seen.smtp(HOST, IP6, outcome))).isEqualTo(new Reach(false, answered));
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void whatOnePlaceReachedAnotherNeedNot(boolean ipv4, boolean ipv6) {
        Reach reach = new Reach(ipv4, ipv6);

        assertThat(Reach.NONE.or(reach)).isEqualTo(reach);
        assertThat(reach.or(Reach.NONE)).isEqualTo(reach);
        assertThat(reach.or(reach)).isEqualTo(reach);
        assertThat(reach.or(Reach.BOTH)).isEqualTo(Reach.BOTH);
        assertThat(reach.covers(Seen.IP4)).isEqualTo(ipv4);
        assertThat(reach.covers(IP6)).isEqualTo(ipv6);
        assertThat(reach.covers("::1")).isEqualTo(ipv6);
    }

    @Test
    void dialoguesTellTogether() {
        SmtpObservation four = Seen.smtp(HOST, Seen.IP4, new SmtpOutcome.StartTlsNotOffered());
        SmtpObservation six = Seen.smtp(HOST, IP6, new SmtpOutcome.StartTlsNotOffered());

        assertThat(Reach.of(List.of())).isEqualTo(Reach.NONE);
        assertThat(Reach.of(List.of(four, Seen.smtp(HOST, IP6, SILENT)))).isEqualTo(new Reach(true, false));
        assertThat(Reach.of(List.of(four, six))).isEqualTo(Reach.BOTH);
    }
}
