package org.mxcensus.datasets.schema;

/// Verdict on DANE for SMTP (RFC 7672) at one address, at one MX host or for a domain.
public enum DaneStatus {
    /// A usable TLSA record matches; for a domain: at every address of every MX host.
    VALID,
    /// There are usable TLSA records and none matches what the server shows.
    MISMATCH,
    /// There is secure TLSA and the server does not do STARTTLS.
    STARTTLS_MISSING,
    /// There is secure TLSA and the TLS handshake fails.
    HANDSHAKE_FAILED,
    /// There is secure TLSA and no record of it is usable: TLS without authentication (RFC 7672 §2.2).
    UNUSABLE,
    /// The TLSA look-up failed below a secure host: a sender defers, and what is published cannot be told.
    LOOKUP_FAILED,
    /// No secure TLSA, or for a domain: an insecure MX answer.
    NOT_DEPLOYED,
    /// Valid at some addresses only; the others lack TLSA or fail.
    PARTIAL,
    /// Fails at some address, and of others it could not be told: in part or altogether, but surely not valid.
    FAILS_SOMEWHERE,
    /// Every MX host is valid, yet the domain's MX answer is insecure, so that no sender may rely on it.
    HOST_READY_DOMAIN_INSECURE,
    /// Could not tell.
    UNMEASURED;

    /// Whether DANE is valid, as far as the status alone tells: behind a look-up that failed the records may be right.
    public Finding valid() {
        return switch (this) {
            case VALID -> Finding.YES;
            case LOOKUP_FAILED, UNMEASURED -> Finding.UNMEASURED;
            case MISMATCH,
                    STARTTLS_MISSING,
                    HANDSHAKE_FAILED,
                    UNUSABLE,
                    NOT_DEPLOYED,
                    PARTIAL,
                    FAILS_SOMEWHERE,
                    HOST_READY_DOMAIN_INSECURE -> Finding.NO;
        };
    }
}
