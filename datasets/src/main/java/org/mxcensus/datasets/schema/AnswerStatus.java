package org.mxcensus.datasets.schema;

/// Columns `mx_hosts.a_status` and `aaaa_status`: the variants of [org.mxcensus.datasets.observation.Answer].
public enum AnswerStatus {
    /// There are addresses.
    FOUND,
    /// The name exists, and has none.
    NO_DATA,
    /// The name does not exist.
    NXDOMAIN,
    /// Could not tell.
    FAILED
}
