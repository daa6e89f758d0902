package org.mxcensus.crawler.smtp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;

/// Who is called at a second time, and when. There is no third: whoever asks three times pesters.
///
/// @param after how long to wait; empty where nobody is called at twice
public record RetryRule(Optional<Duration> after) {

    /// Greylisting lets a client in that comes back after some minutes; most wait for five at least (RFC 6647 §4.1
    /// speaks of one minute to a day).
    public static final RetryRule USUAL = new RetryRule(Optional.of(Duration.ofMinutes(15)));
    /// A lab's servers know no time.
    public static final RetryRule LAB = new RetryRule(Optional.of(Duration.ofMillis(200)));
    /// A second try that comes so much later says something of another day: what the first one could not tell stays
    /// untold.
    public static final Duration LATEST = Duration.ofDays(1);
    /// Nobody is called at twice.
    public static final RetryRule NEVER = new RetryRule(Optional.empty());

    /// Notes on a first observation when to come back, where that may tell more.
    public SmtpObservation applied(SmtpObservation first) {
        Optional<Instant> again = mayTellMore(first.outcome())
                ? after.map(pause -> first.observedAt().plus(pause))
                : Optional.empty();
        return first.atTry(1, again);
    }

    // RFC 5321 §4.2.1: 4yz means that the same request may succeed later.
    private static boolean mayTellMore(SmtpOutcome outcome) {
        return switch (outcome) {
            case SmtpOutcome.Deferred deferred -> true;
            case SmtpOutcome.StartTlsRefused refused -> refused.reply().temporary();
            case SmtpOutcome.NotAttempted notAttempted -> notAttempted.reason() == Abstention.BUDGET;
            case SmtpOutcome.NotConnected o -> false;
            case SmtpOutcome.Blocked o -> false;
            case SmtpOutcome.NoService o -> false;
            case SmtpOutcome.EhloRejected o -> false;
            case SmtpOutcome.StartTlsNotOffered o -> false;
            case SmtpOutcome.HandshakeFailed o -> false;
            case SmtpOutcome.TlsEstablished o -> false;
            case SmtpOutcome.ProtocolError o -> false;
            case SmtpOutcome.NotTold o -> false;
            case SmtpOutcome.InternalError o -> false;
        };
    }
}
