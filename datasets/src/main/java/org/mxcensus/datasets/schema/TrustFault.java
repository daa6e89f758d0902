package org.mxcensus.datasets.schema;

/// Why a chain of certificates does not lead to a trusted root (RFC 5280 §6).
public enum TrustFault {
    /// The leaf signed itself and is no trust anchor.
    SELF_SIGNED,
    /// No path of what was sent leads to a trust anchor.
    UNKNOWN_ISSUER,
    /// A certificate on the path was no longer valid when seen.
    EXPIRED,
    /// A certificate on the path was not yet valid when seen.
    NOT_YET_VALID,
    /// A signature on the path does not verify.
    BAD_SIGNATURE,
    /// An algorithm or key on the path is too weak.
    WEAK_ALGORITHM,
    /// A certificate is used for what it does not permit (basic constraints, key usage, name constraints).
    NOT_PERMITTED,
    /// The leaf cannot be parsed, or the server sent no certificate.
    MALFORMED
}
