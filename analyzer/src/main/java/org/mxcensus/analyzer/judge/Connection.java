package org.mxcensus.analyzer.judge;

import java.util.Locale;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;

/// What a dialogue says about STARTTLS at an address.
sealed interface Connection {

    record Tls(TlsSession session) implements Connection {}

    /// The server speaks SMTP and gives no TLS.
    ///
    /// @param cause one of STARTTLS_NOT_OFFERED, STARTTLS_REFUSED, HANDSHAKE
    /// @param reason what it did instead
    record NoTls(DaneCause cause, String reason) implements Connection {}

    /// The address accepts no mail.
    record NoMail(String reason) implements Connection {}

    /// Could not tell.
    record Unmeasured(String reason) implements Connection {}

    static Connection of(SmtpOutcome outcome) {
        return switch (outcome) {
            case SmtpOutcome.TlsEstablished o -> new Tls(o.session());
            case SmtpOutcome.StartTlsNotOffered _ ->
                new NoTls(DaneCause.STARTTLS_NOT_OFFERED, "STARTTLS is not offered");
            // RFC 3207 §4: 454 and other temporary replies say nothing lasting.
            case SmtpOutcome.StartTlsRefused o
            when o.reply().temporary() ->
                new Unmeasured("STARTTLS was refused for now: " + o.reply().code());
            case SmtpOutcome.StartTlsRefused o ->
                new NoTls(
                        DaneCause.STARTTLS_REFUSED,
                        "STARTTLS is refused: " + o.reply().code());
            case SmtpOutcome.HandshakeFailed o -> handshake(o);
            // RFC 7504 §4.
            case SmtpOutcome.NoService o ->
                new NoMail("the address accepts no mail: " + o.reply().code());
            case SmtpOutcome.NotConnected o -> new Unmeasured("not connected: " + words(o.cause()));
            case SmtpOutcome.Deferred o ->
                new Unmeasured("deferred: " + o.reply().code());
            case SmtpOutcome.Blocked o ->
                new Unmeasured("we are blocked: " + o.reply().code());
            case SmtpOutcome.EhloRejected o ->
                new Unmeasured("EHLO was rejected: " + o.reply().code());
            case SmtpOutcome.ProtocolError o -> new Unmeasured("the dialogue broke off: " + words(o.cause()));
            case SmtpOutcome.NotAttempted o -> new Unmeasured("not attempted: " + words(o.reason()));
            case SmtpOutcome.InternalError _ -> new Unmeasured("an error of ours");
        };
    }

    /// A handshake that the network cut short says nothing about the server.
    private static Connection handshake(SmtpOutcome.HandshakeFailed failed) {
        String said = failed.alert().orElse(failed.detail());
        String reason = "the TLS handshake fails: " + words(failed.cause()) + (said.isEmpty() ? "" : " (" + said + ")");
        return switch (failed.cause()) {
            case HandshakeFailure.ALERT, HandshakeFailure.PROTOCOL, HandshakeFailure.CLOSED ->
                new NoTls(DaneCause.HANDSHAKE, reason);
            case HandshakeFailure.RESET, HandshakeFailure.TIMED_OUT -> new Unmeasured(reason);
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
