package org.mxcensus.datasets.schema;

import java.util.Locale;

/// Why a sender could not have the TLS that it wants, or that a policy asks for: the result types of TLS reports
/// (RFC 8460 §4.3).
public enum TlsFailure {
    STARTTLS_NOT_SUPPORTED,
    CERTIFICATE_HOST_MISMATCH,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_NOT_TRUSTED,
    /// Any other failure of the TLS session.
    VALIDATION_FAILURE,
    /// No TLSA record matches, or none is usable.
    TLSA_INVALID,
    /// No DNS answer that is authentic.
    DNSSEC_INVALID,
    /// The sender insists on DANE and there is none (RFC 7672 §6); none of the senders that we judge for does.
    DANE_REQUIRED,
    STS_POLICY_FETCH_ERROR,
    STS_POLICY_INVALID,
    STS_WEBPKI_INVALID;

    /// As it stands in a report: `starttls-not-supported`.
    public String resultType() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
