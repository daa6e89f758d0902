package org.mxcensus.ledger.fuzz;

/// What was wrong with one input.
///
/// @param what in words
/// @param cause where it was
record Finding(String what, Throwable cause) {}
