package org.mxcensus.datasets.schema;

/// Column `domains.sts_policy.status`: the variants of [org.mxcensus.datasets.observation.PolicyFetch].
public enum PolicyStatus {
    /// There is no single valid record, so nothing was fetched.
    NOT_ASKED,
    /// A body came with status 200.
    FETCHED,
    /// An answer of another status.
    HTTP_ERROR,
    /// The policy host has no address.
    NO_ADDRESS,
    /// Its addresses could not be told.
    LOOKUP_FAILED,
    /// No connection came about.
    NOT_CONNECTED,
    /// The TLS handshake failed.
    HANDSHAKE_FAILED,
    /// What came is no HTTP.
    PROTOCOL_ERROR,
    /// It was left alone: opted out, a reserved address, or no time left.
    NOT_ATTEMPTED,
    /// A fault of ours: unmeasured.
    INTERNAL_ERROR
}
