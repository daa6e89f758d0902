package org.mxcensus.ledger.fuzz;

/// What is tried. Checks of its own are welcome: whatever it throws is a finding.
@FunctionalInterface
public interface Parser {

    /// Takes any bytes. Exceptions by which it refuses them are to be caught in here.
    void take(byte[] input) throws Exception;
}
