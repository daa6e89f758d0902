package org.mxcensus.datasets.schema;

/// Column `smtp.outcome`: the variants of [org.mxcensus.datasets.observation.SmtpOutcome].
public enum SmtpStatus {
    /// Nobody answered: refused, timed out, unreachable, reset, or no greeting.
    NOT_CONNECTED,
    /// "Later": a reply 4yz at the greeting or to EHLO. Never a verdict.
    DEFERRED,
    /// A refusal that is about us (554 and its like).
    BLOCKED,
    /// No mail is accepted here (521, RFC 7504).
    NO_SERVICE,
    /// EHLO was refused.
    EHLO_REJECTED,
    /// The EHLO reply does not have STARTTLS.
    STARTTLS_NOT_OFFERED,
    /// STARTTLS was refused.
    STARTTLS_REFUSED,
    /// The TLS handshake failed.
    HANDSHAKE_FAILED,
    /// TLS came about.
    TLS_ESTABLISHED,
    /// What came is no SMTP.
    PROTOCOL_ERROR,
    /// It was left alone: opted out, a reserved address, or no time left.
    NOT_ATTEMPTED,
    /// The scan of others that this is taken from does not tell: unmeasured.
    NOT_TOLD,
    /// A fault of ours: unmeasured.
    INTERNAL_ERROR
}
