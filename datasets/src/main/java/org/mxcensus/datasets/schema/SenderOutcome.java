package org.mxcensus.datasets.schema;

/// What becomes of a mail that a sender of a certain kind sends to a domain.
public enum SenderOutcome {
    /// Delivered over TLS to a server whose identity was proven.
    AUTHENTICATED,
    /// Delivered over TLS to whoever answered.
    ENCRYPTED,
    PLAINTEXT,
    /// Kept back, since the sender's rules forbid delivery.
    DEFERRED,
    /// The domain accepts no mail.
    NO_MAIL,
    /// Could not tell.
    UNMEASURED
}
