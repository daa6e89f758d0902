package org.mxcensus.datasets.schema;

/// Column `mx_hosts.tlsa_status`: the variants of [org.mxcensus.datasets.observation.TlsaOutcome].
public enum TlsaStatus {
    /// There are records, and the answer is secure.
    FOUND,
    /// There are records, and the answer is insecure: of no use.
    FOUND_INSECURE,
    /// There are none.
    ABSENT,
    /// Could not tell.
    FAILED,
    /// Nobody asked, since it does not matter there.
    NOT_ASKED
}
