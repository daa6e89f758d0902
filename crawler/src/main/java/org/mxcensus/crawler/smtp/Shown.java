package org.mxcensus.crawler.smtp;

import java.util.List;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;

/// What an address showed to one of its names, as far as another name could take it over.
///
/// The first thing that we tell a server of the name that we came for is the server name in the handshake
/// (RFC 6066 §3). What happens before is the address's own.
sealed interface Shown {

    /// A TLS session with these certificates.
    record Chain(List<String> sha256) implements Shown {}

    /// A dialogue that ended before TLS began: it offers none, refuses it, or accepts no mail at all.
    record Plain(Class<? extends SmtpOutcome> how) implements Shown {}

    /// No dialogue: nobody took the connection, nobody spoke, or we were sent away. It cannot be told what the address
    /// would show to others.
    record Silence(Class<? extends SmtpOutcome> how, String where) implements Shown {}

    /// Something that may be of this name alone.
    record OfThisName() implements Shown {}

    /// Nothing that lasts: the next call may see anything.
    record Nothing() implements Shown {}

    static Shown of(SmtpObservation seen) {
        return switch (seen.outcome()) {
            case SmtpOutcome.TlsEstablished tls -> new Chain(tls.session().chain());
            case SmtpOutcome.NotConnected not ->
                new Silence(SmtpOutcome.NotConnected.class, not.stage().name());
            case SmtpOutcome.Blocked blocked ->
                new Silence(SmtpOutcome.Blocked.class, blocked.stage().name());
            case SmtpOutcome.NoService o -> new Plain(SmtpOutcome.NoService.class);
            case SmtpOutcome.EhloRejected o -> new Plain(SmtpOutcome.EhloRejected.class);
            case SmtpOutcome.StartTlsNotOffered o -> new Plain(SmtpOutcome.StartTlsNotOffered.class);
            case SmtpOutcome.StartTlsRefused o ->
                o.reply().temporary() ? new Nothing() : new Plain(SmtpOutcome.StartTlsRefused.class);
            case SmtpOutcome.HandshakeFailed failed -> of(failed.cause());
            case SmtpOutcome.Deferred o -> new Nothing();
            case SmtpOutcome.ProtocolError o -> new Nothing();
            case SmtpOutcome.NotAttempted o -> new Nothing();
            case SmtpOutcome.NotTold o -> new Nothing();
            case SmtpOutcome.InternalError o -> new Nothing();
        };
    }

    private static Shown of(HandshakeFailure cause) {
        return switch (cause) {
            // A server that knows no such name says so by an alert (RFC 6066 §3).
            case ALERT, PROTOCOL -> new OfThisName();
            case CLOSED, RESET, TIMED_OUT -> new Nothing();
        };
    }
}
