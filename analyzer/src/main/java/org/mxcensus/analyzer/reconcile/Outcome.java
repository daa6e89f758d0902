package org.mxcensus.analyzer.reconcile;

/// What a definition makes of a domain.
public enum Outcome {
    /// It is counted and passes.
    YES,
    /// It is counted and does not pass.
    NO,
    /// The definition is not about it.
    NOT_COUNTED,
    /// It could not be told whether it is counted, or whether it passes.
    UNMEASURED
}
