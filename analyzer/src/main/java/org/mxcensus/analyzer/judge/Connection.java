package org.mxcensus.analyzer.judge;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.TlsGrade;

/// What a dialogue says about STARTTLS at an address.
sealed interface Connection {

    record Tls(TlsSession session) implements Connection {}

    /// The server speaks SMTP and gives no TLS.
    ///
    /// @param cause one of STARTTLS_NOT_OFFERED, STARTTLS_REFUSED, HANDSHAKE
    /// @param grade BROKEN where an old client fared no better, UNMEASURED where none has tried; null where there
    ///     is no TLS to be graded
    /// @param reason what it did instead
    record NoTls(DaneCause cause, @Nullable TlsGrade grade, String reason) implements Connection {}

    /// The address accepts no mail.
    record NoMail(String reason) implements Connection {}

    /// Could not tell.
    record Unmeasured(String reason) implements Connection {}

    /// A handshake that failed only for want of a common version or suite is not the last word: a client that still
    /// knows old TLS may have come further.
    static Connection of(SmtpObservation seen) {
        Connection first = of(seen.outcome());
        return first instanceof NoTls none && none.cause() == DaneCause.HANDSHAKE
                ? oldTls(seen).orElse(none)
                : first;
    }

    private static Optional<Connection> oldTls(SmtpObservation seen) {
        return seen.secondLooks().stream()
                .filter(look -> look.purpose() == SecondLook.Purpose.OLD_TLS)
                .map(look -> of(look.outcome()))
                .<Connection>mapMulti((look, sink) -> {
                    switch (look) {
                        case Tls tls -> sink.accept(tls);
                        case NoTls none
                        when none.cause() == DaneCause.HANDSHAKE ->
                            sink.accept(new NoTls(DaneCause.HANDSHAKE, TlsGrade.BROKEN, none.reason()));
                        case NoTls _, NoMail _, Unmeasured _ -> {}
                    }
                })
                .findFirst();
    }

    private static Connection of(SmtpOutcome outcome) {
        return switch (outcome) {
            case SmtpOutcome.TlsEstablished o -> new Tls(o.session());
            case SmtpOutcome.StartTlsNotOffered _ ->
                new NoTls(DaneCause.STARTTLS_NOT_OFFERED, null, "STARTTLS is not offered");
            // RFC 3207 §4: 454 and other temporary replies say nothing lasting.
            case SmtpOutcome.StartTlsRefused o
            when o.reply().temporary() ->
                new Unmeasured("STARTTLS was refused for now: " + o.reply().code());
            case SmtpOutcome.StartTlsRefused o ->
                new NoTls(
                        DaneCause.STARTTLS_REFUSED,
                        null,
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
            case SmtpOutcome.NotTold o -> new Unmeasured("the scan does not tell: " + o.detail());
            case SmtpOutcome.InternalError _ -> new Unmeasured("an error of ours");
        };
    }

    /// A handshake that the network cut short says nothing about the server.
    private static Connection handshake(SmtpOutcome.HandshakeFailed failed) {
        String said = failed.alert().orElse(failed.detail());
        String reason = "the TLS handshake fails: " + words(failed.cause()) + (said.isEmpty() ? "" : " (" + said + ")");
        return switch (failed.cause()) {
            case HandshakeFailure.ALERT, HandshakeFailure.PROTOCOL, HandshakeFailure.CLOSED ->
                new NoTls(DaneCause.HANDSHAKE, TlsGrade.UNMEASURED, reason);
            case HandshakeFailure.RESET, HandshakeFailure.TIMED_OUT -> new Unmeasured(reason);
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
