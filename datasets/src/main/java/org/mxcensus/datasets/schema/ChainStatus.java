package org.mxcensus.datasets.schema;

/// Whether a server sends the certificates that lead from its own to a root, and in what order
/// (RFC 8446 §4.4.2, RFC 5246 §7.4.2): column `chain`. Dates, names and trust are other questions.
public enum ChainStatus {
    /// Each certifies the one before it, up to one that a root of the trust store or the last one itself has issued.
    COMPLETE,
    /// The same, and the root at the end, which a client must have anyway.
    WITH_ROOT,
    /// All are there, in order, and others among them that lead nowhere or come twice.
    WITH_EXTRA,
    /// All are there, not in order: an error up to TLS 1.2, advised against in TLS 1.3; most clients sort them.
    UNORDERED,
    /// One is missing that another server of the crawl sent: with it, a path leads to a root of the trust store.
    INCOMPLETE,
    /// The path ends at an issuer that no one showed: a root that nobody here trusts, or one that is missing.
    UNKNOWN_ISSUER,
    /// The server sends no certificate, or its own cannot be read.
    UNREADABLE,
    /// Could not tell: nothing was seen, or the certificate is not stored.
    UNMEASURED;

    /// Whether all that a client needs is there. Of an issuer that no one showed that cannot be told.
    public Finding complete() {
        return switch (this) {
            case COMPLETE, WITH_ROOT, WITH_EXTRA, UNORDERED -> Finding.YES;
            case INCOMPLETE, UNREADABLE -> Finding.NO;
            case UNKNOWN_ISSUER, UNMEASURED -> Finding.UNMEASURED;
        };
    }
}
