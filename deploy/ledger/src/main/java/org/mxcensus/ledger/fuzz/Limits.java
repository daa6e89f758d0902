package org.mxcensus.ledger.fuzz;

import java.time.Duration;

/// What a parser may take for one input.
///
/// @param cpu of its thread, so that a busy machine makes no findings
/// @param allocated bytes, those that it gave back too
public record Limits(Duration cpu, long allocated) {

    /// Ample for a message of a stranger, of which none that is read has more than some hundred kilobytes.
    public static final Limits OF_A_MESSAGE = new Limits(Duration.ofSeconds(2), 256L << 20);
}
