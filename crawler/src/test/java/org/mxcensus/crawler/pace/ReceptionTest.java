package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;

/// Given what a server said or did, what that says of how often we call.
class ReceptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "421 | 4.7.0 mx.example.net Error: too many connections from 192.0.2.1",
                "421 | Too many concurrent SMTP connections; please try again later.",
                "450 | 4.7.1 rate limited",
                "451 | greylisted",
                "452 | 4.3.1 out of memory"
            })
    void every4yzInPlaceOfAGreetingSaysLater(int code, String text) {
        SmtpReply reply = new SmtpReply(code, text);

        assertThat(Reception.of(new SmtpOutcome.Deferred(SmtpStage.GREETING, reply)))
                .isEqualTo(Reception.LATER);
        assertThat(Reception.of(new SmtpOutcome.Deferred(SmtpStage.EHLO, reply)))
                .isEqualTo(Reception.LATER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "554 | 5.7.1 Too many connections from your address | LATER",
                "550 | 5.7.1 Connection frequency limited; connection limit reached | LATER",
                "550 | 5.7.708 Access denied, traffic exceeded | LATER",
                "554 | Connection rate limit exceeded | LATER",
                "554 | your address is throttled | LATER",
                "554 | 5.7.1 Your address is on a block list | UNTOLD",
                "550 | we separate the wheat from the chaff | UNTOLD"
            })
    void aPermanentRefusalSaysSoInWords(int code, String text, Reception reception) {
        assertThat(Reception.of(new SmtpOutcome.Blocked(SmtpStage.GREETING, new SmtpReply(code, text))))
                .isEqualTo(reception);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "454 | TLS not available due to temporary reason | WELCOME",
                "454 | 4.7.0 TLS not available | LATER",
                "421 | closing | LATER",
                "502 | not implemented | WELCOME",
                "454 | 4.3.0 too many connections | LATER"
            })
    void aRefusedStartTlsIsAboutUsWhereItSaysSo(int code, String text, Reception reception) {
        assertThat(Reception.of(new SmtpOutcome.StartTlsRefused(new SmtpReply(code, text))))
                .isEqualTo(reception);
    }

    @ParameterizedTest
    @MethodSource
    void everythingElse(SmtpOutcome outcome, Reception reception) {
        assertThat(Reception.of(outcome)).isEqualTo(reception);
    }

    static Stream<Arguments> everythingElse() {
        SmtpReply plain = new SmtpReply(521, "no mail here");
        SmtpReply many = new SmtpReply(550, "too many sessions");
        return Stream.of(
                Arguments.of(new SmtpOutcome.NoService(plain), Reception.WELCOME),
                Arguments.of(new SmtpOutcome.NoService(many), Reception.LATER),
                Arguments.of(new SmtpOutcome.EhloRejected(plain), Reception.WELCOME),
                Arguments.of(new SmtpOutcome.EhloRejected(many), Reception.LATER),
                Arguments.of(new SmtpOutcome.StartTlsNotOffered(), Reception.WELCOME),
                Arguments.of(
                        new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.REFUSED), Reception.TURNED_AWAY),
                Arguments.of(
                        new SmtpOutcome.ProtocolError(SmtpStage.EHLO, ProtocolFailure.CLOSED, ""), Reception.UNTOLD),
                Arguments.of(new SmtpOutcome.NotAttempted(Abstention.BUDGET), Reception.UNTOLD),
                Arguments.of(new SmtpOutcome.InternalError("a bug"), Reception.UNTOLD));
    }
}
