package org.mxcensus.datasets.schema;

/// Column `domains.mx_status`: the variants of [org.mxcensus.datasets.observation.MxOutcome].
public enum MxStatus {
    /// There are MX records.
    HOSTS,
    /// There are none, and the name has an address (RFC 5321 §5.1).
    IMPLICIT,
    /// No mail is accepted (RFC 7505).
    NULL_MX,
    /// A null MX beside other MX records, which RFC 7505 §3 forbids.
    NULL_MX_MIXED,
    /// There are no MX records and no address.
    NO_MAIL,
    /// The domain does not exist.
    NXDOMAIN,
    /// Could not tell.
    UNMEASURED
}
