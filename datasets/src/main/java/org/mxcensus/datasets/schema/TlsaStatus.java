package org.mxcensus.datasets.schema;

/// Column `mx_hosts.tlsa_status`: the variants of [org.mxcensus.datasets.observation.TlsaOutcome].
public enum TlsaStatus {
    FOUND,
    FOUND_INSECURE,
    ABSENT,
    FAILED,
    NOT_ASKED
}
