package org.mxcensus.datasets.observation;

/// Whether anything lies beneath a name, told by the answer for the name itself (RFC 8020, RFC 4592 §2.2.2).
public enum Hint {
    PRESENT,
    ABSENT,
    /// The server answers NoData to everything, so its NoData tells nothing.
    UNRELIABLE,
    UNMEASURED,
    NOT_ASKED
}
