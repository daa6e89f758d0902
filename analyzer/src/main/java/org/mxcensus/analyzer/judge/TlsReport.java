package org.mxcensus.analyzer.judge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.TlsFailure;
import org.mxcensus.datasets.schema.TrustFault;

/// Failures by the names that a sender's TLS report gives them (RFC 8460 §4.3).
final class TlsReport {
    private TlsReport() {}

    /// RFC 8460 §4.3.1: why there is no TLS session.
    static TlsFailure withoutTls(HostVerdictRow address) {
        // A grade is given where TLS is on offer.
        return address.tlsGrade() == null ? TlsFailure.STARTTLS_NOT_SUPPORTED : TlsFailure.VALIDATION_FAILURE;
    }

    /// RFC 8460 §4.3.1: what a client holds against a certificate that is no proof of the MX host (RFC 8461 §4.2).
    static TlsFailure certificate(HostVerdictRow address) {
        TrustFault fault = address.certificateFault();
        return switch (fault) {
            case null -> TlsFailure.CERTIFICATE_HOST_MISMATCH;
            case EXPIRED -> TlsFailure.CERTIFICATE_EXPIRED;
            case SELF_SIGNED, UNKNOWN_ISSUER, NOT_YET_VALID, BAD_SIGNATURE, WEAK_ALGORITHM, NOT_PERMITTED ->
                TlsFailure.CERTIFICATE_NOT_TRUSTED;
            case MALFORMED -> TlsFailure.VALIDATION_FAILURE;
        };
    }

    /// RFC 8460 §4.3.1 where a record matches and what hangs below it fails, §4.3.2.1 where none matches.
    ///
    /// @param cause of the mismatch
    static TlsFailure mismatch(@Nullable DaneCause cause) {
        return switch (cause) {
            case NAME -> TlsFailure.CERTIFICATE_HOST_MISMATCH;
            case EXPIRED -> TlsFailure.CERTIFICATE_EXPIRED;
            case PATH_INVALID -> TlsFailure.CERTIFICATE_NOT_TRUSTED;
            case NO_CERTIFICATE -> TlsFailure.VALIDATION_FAILURE;
            // For all others no record matches, and a sender does not know why.
            case null -> TlsFailure.TLSA_INVALID;
            case ROLLOVER_LATE,
                    ROLLOVER_EARLY,
                    WRONG_USAGE,
                    WRONG_SELECTOR,
                    WRONG_MATCHING_TYPE,
                    SHADOWED,
                    EMPTY_INPUT,
                    PEM_TEXT,
                    MISTYPED,
                    OTHER_KEY_TYPE,
                    ONLY_ONE_KEY_TYPE,
                    RETIRED_CA,
                    ANCHOR_NOT_SENT,
                    NO_MATCH,
                    NO_USABLE_RECORD,
                    STARTTLS_NOT_OFFERED,
                    STARTTLS_REFUSED,
                    HANDSHAKE,
                    LOOKUP_TIMEOUT,
                    LOOKUP_SERVFAIL,
                    LOOKUP_BOGUS,
                    LOOKUP_REFUSED,
                    LOOKUP_MALFORMED,
                    LOOKUP_NETWORK,
                    LOOKUP_INTERNAL_ERROR,
                    INSECURE_TLSA,
                    SOME_HOSTS_WITHOUT,
                    SOME_ADDRESSES_FAIL,
                    MX_INSECURE,
                    NOT_MEASURED -> TlsFailure.TLSA_INVALID;
        };
    }

    /// RFC 8460 §4.3.2.2: why a policy that a record announces is not to be had; empty where none is announced, as
    /// far as a sender can see, or where we could not tell.
    static Optional<TlsFailure> policy(StsCause cause) {
        return switch (cause) {
            case NO_POLICY_HOST, POLICY_HOST_BOGUS, POLICY_HANDSHAKE, REDIRECT, HTTP_STATUS, HTTP ->
                Optional.of(TlsFailure.STS_POLICY_FETCH_ERROR);
            case POLICY_CERTIFICATE -> Optional.of(TlsFailure.STS_WEBPKI_INVALID);
            case SYNTAX -> Optional.of(TlsFailure.STS_POLICY_INVALID);
            case MULTIPLE_RECORDS,
                    MALFORMED_RECORD,
                    MX_NOT_COVERED,
                    MX_WITHOUT_TLS,
                    MX_CERTIFICATE,
                    ID_UNCHANGED,
                    RECORD_LOOKUP,
                    POLICY_HOST_LOOKUP,
                    POLICY_NOT_FETCHED,
                    MX_NOT_MEASURED -> Optional.empty();
        };
    }
}
