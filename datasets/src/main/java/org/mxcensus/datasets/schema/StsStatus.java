package org.mxcensus.datasets.schema;

/// Verdict on MTA-STS (RFC 8461) for a domain.
public enum StsStatus {
    /// The policy is valid, in mode `enforce`, and every MX host fulfils it.
    ENFORCING,
    /// The policy is valid, in mode `testing`, and every MX host fulfils it.
    TESTING,
    /// A valid policy of mode `none`: MTA-STS is switched off.
    DISABLED,
    /// There is a record, and the policy cannot be had, does not parse, or an MX host does not fulfil it.
    BROKEN,
    /// No single valid record.
    NOT_DEPLOYED,
    /// Could not tell.
    UNMEASURED
}
