package org.mxcensus.datasets.observation;

import java.util.Optional;

/// How far the STARTTLS dialogue with one address came.
public sealed interface SmtpOutcome {

    /// Nobody greeted us.
    ///
    /// @param stage [SmtpStage#CONNECT], or [SmtpStage#GREETING] where TCP came about and no greeting did
    record NotConnected(SmtpStage stage, ConnectFailure cause) implements SmtpOutcome {}

    /// A 4yz at the greeting or at EHLO: come back later, never a verdict (RFC 5321 §4.2.1).
    record Deferred(SmtpStage stage, SmtpReply reply) implements SmtpOutcome {}

    /// 554 and its like: says something about us, nothing about the server (RFC 5321 §3.1).
    record Blocked(SmtpStage stage, SmtpReply reply) implements SmtpOutcome {}

    /// 521: the host accepts no mail (RFC 7504 §3).
    record NoService(SmtpReply reply) implements SmtpOutcome {}

    /// EHLO and HELO were both refused.
    record EhloRejected(SmtpReply reply) implements SmtpOutcome {}

    /// The server speaks SMTP and does not announce STARTTLS (RFC 3207 §2).
    record StartTlsNotOffered() implements SmtpOutcome {}

    /// STARTTLS was announced and then refused; 454 is temporary (RFC 3207 §4).
    record StartTlsRefused(SmtpReply reply) implements SmtpOutcome {}

    /// The server agreed to TLS and the handshake failed.
    ///
    /// @param alert the name of the alert received (RFC 8446 §6), `handshake_failure`
    /// @param detail what the TLS library said where the reason is our own side's
    record HandshakeFailed(HandshakeFailure cause, Optional<String> alert, String detail) implements SmtpOutcome {}

    /// A TLS session came about.
    record TlsEstablished(TlsSession session) implements SmtpOutcome {}

    /// The conversation broke off after the greeting, or was not SMTP.
    record ProtocolError(SmtpStage stage, ProtocolFailure cause, String detail) implements SmtpOutcome {}

    /// We chose not to connect.
    record NotAttempted(Abstention reason) implements SmtpOutcome {}

    /// The scan of others that this is taken from does not tell: it did not ask, or its client gave up by itself.
    ///
    /// @param stage how far it came
    record NotTold(SmtpStage stage, String detail) implements SmtpOutcome {}

    /// A bug of ours.
    record InternalError(String detail) implements SmtpOutcome {}
}
