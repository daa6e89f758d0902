package org.mxcensus.crawler.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;

/// Given what a control host did, whether the way to mail servers is open.
class PortJudgeTest {
    private static final SmtpReply REPLY = new SmtpReply(554, "go away");

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(
                        new SmtpOutcome.StartTlsNotOffered(), Result.PASSED, "mx.example.org greets at 192.0.2.25"),
                Arguments.of(new SmtpOutcome.EhloRejected(REPLY), Result.PASSED, "greets"),
                Arguments.of(
                        new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT),
                        Result.FAILED,
                        "192.0.2.25 cannot be reached (TIMED_OUT)"),
                Arguments.of(
                        new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.REFUSED),
                        Result.FAILED,
                        "cannot be reached (REFUSED)"),
                Arguments.of(
                        new SmtpOutcome.Blocked(SmtpStage.GREETING, REPLY), Result.FAILED, "turns us away (go away)"),
                Arguments.of(
                        new SmtpOutcome.NotConnected(SmtpStage.GREETING, ConnectFailure.TIMED_OUT),
                        Result.COULD_NOT_TELL,
                        "does not greet"),
                Arguments.of(
                        new SmtpOutcome.ProtocolError(SmtpStage.GREETING, ProtocolFailure.SYNTAX, "SSH-2.0"),
                        Result.COULD_NOT_TELL,
                        "does not speak SMTP"),
                Arguments.of(
                        new SmtpOutcome.NotAttempted(Abstention.RESERVED_ADDRESS),
                        Result.COULD_NOT_TELL,
                        "no address of the internet"),
                Arguments.of(
                        new SmtpOutcome.Deferred(SmtpStage.GREETING, new SmtpReply(421, "busy")),
                        Result.COULD_NOT_TELL,
                        "later"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void atOneAddress(SmtpOutcome outcome, Result result, String found) {
        Finding finding = PortJudge.judge("mx.example.org", List.of(call("192.0.2.25", outcome)));

        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.found()).contains(found).endsWith(".");
        assertThat(finding.advice().isEmpty()).isEqualTo(result == Result.PASSED);
    }

    @Test
    void oneFamilyThatIsBlockedFails() {
        Finding finding = PortJudge.judge(
                "mx.example.org",
                List.of(
                        call("192.0.2.25", new SmtpOutcome.StartTlsNotOffered()),
                        call(
                                "2001:db8::25",
                                new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT))));

        assertThat(finding.result()).isEqualTo(Result.FAILED);
        assertThat(finding.found())
                .isEqualTo(
                        "Of the control host mx.example.org, 2001:db8::25 cannot be reached (TIMED_OUT); 192.0.2.25 greets.");
    }

    @Test
    void withoutAControlHostNobodyKnows() {
        assertThat(PortJudge.without().result()).isEqualTo(Result.COULD_NOT_TELL);
        assertThat(PortJudge.without().advice()).contains("--control-host");
        assertThat(PortJudge.unfound("mx.example.org", "has no address").result())
                .isEqualTo(Result.COULD_NOT_TELL);
    }

    private static SmtpObservation call(String ip, SmtpOutcome outcome) {
        return SmtpObservation.first(
                "mx.example.org", ip, Instant.EPOCH, "mx.example.org", outcome, SmtpDialogue.SILENCE, 0, 0, 0);
    }
}
