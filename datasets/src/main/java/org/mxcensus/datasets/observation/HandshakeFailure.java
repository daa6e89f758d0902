package org.mxcensus.datasets.observation;

/// Why a TLS handshake failed.
public enum HandshakeFailure {
    /// The peer sent an alert (RFC 8446 §6.2); its name is told beside this cause.
    ALERT,
    /// What came was not TLS, or broke its rules.
    PROTOCOL,
    CLOSED,
    RESET,
    TIMED_OUT
}
