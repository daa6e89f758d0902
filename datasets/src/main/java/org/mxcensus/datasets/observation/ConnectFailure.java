package org.mxcensus.datasets.observation;

/// Why no conversation came about. None of these says anything about the service behind.
public enum ConnectFailure {
    REFUSED,
    TIMED_OUT,
    UNREACHABLE,
    RESET,
    /// Closed in an orderly way before a word was said.
    CLOSED
}
