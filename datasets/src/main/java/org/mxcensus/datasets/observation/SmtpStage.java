package org.mxcensus.datasets.observation;

/// The steps of the dialogue, in order (RFC 5321 §3.1, RFC 3207 §4).
public enum SmtpStage {
    CONNECT,
    GREETING,
    EHLO,
    STARTTLS,
    HANDSHAKE,
    EHLO_AFTER_TLS,
    QUIT
}
