package org.mxcensus.ledger;

/// What became of a test.
public enum Outcome {
    /// It ran and held.
    PASSED,
    /// It ran and did not hold, or what it stands on could not be set up.
    FAILED,
    /// It began and found that it could not run here: an assumption did not hold.
    ABORTED,
    /// It is switched off, always or on this kind of machine.
    DISABLED,
    /// Its tag belongs to a higher tier than the one that runs.
    EXCLUDED
}
