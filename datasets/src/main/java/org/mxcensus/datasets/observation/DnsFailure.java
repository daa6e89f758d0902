package org.mxcensus.datasets.observation;

/// Why a look-up gave no answer. None of these says anything about what the name holds.
public enum DnsFailure {
    /// No server answered within the time limit.
    TIMEOUT,
    /// The resolver answered SERVFAIL and nothing points to DNSSEC.
    SERVFAIL,
    /// DNSSEC validation failed: an extended error says so (RFC 8914), or the answer is there with CD=1 only.
    BOGUS,
    /// The resolver refused the question.
    REFUSED,
    /// The answer could not be read, or does not fit the question.
    MALFORMED,
    /// The query could not be sent or the connection broke.
    NETWORK,
    /// Nobody asked: what is known of the name comes from a scan of others, which had no need of it.
    NOT_ASKED,
    /// A bug of ours: counted and shown, never a property of the domain.
    INTERNAL_ERROR
}
