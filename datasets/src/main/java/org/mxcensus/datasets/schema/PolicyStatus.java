package org.mxcensus.datasets.schema;

/// Column `domains.sts_policy.status`: the variants of [org.mxcensus.datasets.observation.PolicyFetch].
public enum PolicyStatus {
    NOT_ASKED,
    FETCHED,
    HTTP_ERROR,
    NO_ADDRESS,
    LOOKUP_FAILED,
    NOT_CONNECTED,
    HANDSHAKE_FAILED,
    PROTOCOL_ERROR,
    NOT_ATTEMPTED,
    INTERNAL_ERROR
}
