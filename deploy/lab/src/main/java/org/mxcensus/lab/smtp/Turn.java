package org.mxcensus.lab.smtp;

/// What a server does at a stage in place of what a polite one does there.
sealed interface Turn {

    /// Says this and goes on.
    record Say(String reply) implements Turn {}

    /// Says this and closes.
    record TurnAway(String reply) implements Turn {}

    /// Sends these octets and closes.
    @SuppressWarnings("ArrayRecordComponent") // fixed ones, never compared
    record Send(byte[] octets) implements Turn {}

    record Silence() implements Turn {}

    record Close() implements Turn {}

    record Reset() implements Turn {}
}
