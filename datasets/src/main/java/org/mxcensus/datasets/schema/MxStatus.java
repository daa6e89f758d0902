package org.mxcensus.datasets.schema;

/// Column `domains.mx_status`: the variants of [org.mxcensus.datasets.observation.MxOutcome].
public enum MxStatus {
    HOSTS,
    IMPLICIT,
    NULL_MX,
    NULL_MX_MIXED,
    NO_MAIL,
    NXDOMAIN,
    UNMEASURED
}
