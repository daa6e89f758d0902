package org.mxcensus.datasets.schema;

/// Column `smtp.outcome`: the variants of [org.mxcensus.datasets.observation.SmtpOutcome].
public enum SmtpStatus {
    NOT_CONNECTED,
    DEFERRED,
    BLOCKED,
    NO_SERVICE,
    EHLO_REJECTED,
    STARTTLS_NOT_OFFERED,
    STARTTLS_REFUSED,
    HANDSHAKE_FAILED,
    TLS_ESTABLISHED,
    PROTOCOL_ERROR,
    NOT_ATTEMPTED,
    INTERNAL_ERROR
}
