package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;

/// Who is called at a second time.
class RetryRuleTest {
    private static final Instant SEEN = Instant.parse("2026-11-24T00:00:00Z");
    private static final RetryRule RULE = new RetryRule(Optional.of(Duration.ofMinutes(15)));

    static Stream<SmtpOutcome> whatMayBeOtherLater() {
        return Stream.of(
                new SmtpOutcome.Deferred(SmtpStage.GREETING, new SmtpReply(421, "busy")),
                new SmtpOutcome.Deferred(SmtpStage.EHLO, new SmtpReply(451, "greylisted")),
                new SmtpOutcome.StartTlsRefused(new SmtpReply(454, "not now")),
                new SmtpOutcome.NotAttempted(Abstention.BUDGET));
    }

    static Stream<SmtpOutcome> whatStays() {
        return Stream.of(
                new SmtpOutcome.StartTlsRefused(new SmtpReply(554, "never")),
                new SmtpOutcome.NotAttempted(Abstention.OPTED_OUT),
                new SmtpOutcome.NotAttempted(Abstention.RESERVED_ADDRESS),
                new SmtpOutcome.Blocked(SmtpStage.GREETING, new SmtpReply(554, "go away")),
                new SmtpOutcome.NoService(new SmtpReply(521, "no mail here")),
                new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT),
                new SmtpOutcome.StartTlsNotOffered(),
                new SmtpOutcome.InternalError("a bug"));
    }

    @ParameterizedTest
    @MethodSource("whatMayBeOtherLater")
    void whoSaidLaterIsCalledAtLater(SmtpOutcome outcome) {
        assertThat(RULE.applied(seen(outcome)).notBefore()).contains(SEEN.plus(Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @MethodSource("whatStays")
    void nobodyElseIs(SmtpOutcome outcome) {
        assertThat(RULE.applied(seen(outcome)).notBefore()).isEmpty();
    }

    @Test
    void neverIsNever() {
        whatMayBeOtherLater()
                .forEach(outcome -> assertThat(
                                RetryRule.NEVER.applied(seen(outcome)).notBefore())
                        .isEmpty());
    }

    private static SmtpObservation seen(SmtpOutcome outcome) {
        return SmtpObservation.first(
                "mx.example", "192.0.2.1", SEEN, "mx.example", outcome, SmtpDialogue.SILENCE, 0, 0, 0);
    }
}
