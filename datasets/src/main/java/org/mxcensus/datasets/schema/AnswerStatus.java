package org.mxcensus.datasets.schema;

/// Columns `mx_hosts.a_status` and `aaaa_status`: the variants of [org.mxcensus.datasets.observation.Answer].
public enum AnswerStatus {
    FOUND,
    NO_DATA,
    NXDOMAIN,
    FAILED
}
