package org.mxcensus.datasets.observation;

/// A further handshake with an address, in a connection of its own, some time after the first one.
///
/// @param outcome how far it came; [SmtpOutcome.NotAttempted] where there was no turn for it
public record SecondLook(Purpose purpose, SmtpOutcome outcome) {

    /// What is to be found out.
    public enum Purpose {
        /// Whether an address that shares no version or suite with the first client has old TLS or none that works:
        /// the client of this look knows the old ones.
        OLD_TLS,
        /// What certificate the address shows to a client that takes no key of the first leaf's type
        /// (RFC 7672 §8.2: each of them must match the TLSA records).
        OTHER_KEY,
        /// What the address shows to a client that names no server (RFC 6066 §3).
        WITHOUT_SNI
    }
}
