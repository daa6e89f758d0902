package org.mxcensus.datasets.observation;

/// Why a conversation that had begun could not be followed to its end.
public enum ProtocolFailure {
    /// What came breaks the grammar.
    SYNTAX,
    /// More bytes came than we read.
    TOO_LONG,
    CLOSED,
    RESET,
    TIMED_OUT
}
