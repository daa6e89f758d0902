package org.mxcensus.datasets.observation;

/// The DNSSEC state of an answer that was had (RFC 4035 §4.3).
///
/// A bogus answer is not an answer: it is [DnsFailure#BOGUS]. An indeterminate one counts as insecure,
/// as RFC 7672 §2.1.1 has it.
public enum Security {
    /// Validated from a trust anchor down to the data or the denial.
    SECURE,
    /// Provably or practically unsigned.
    INSECURE,
    /// Nobody looked: the answer comes from a scan of others that does not tell.
    UNKNOWN
}
