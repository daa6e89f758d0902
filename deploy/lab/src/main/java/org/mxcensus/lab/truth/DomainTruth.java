package org.mxcensus.lab.truth;

import java.util.List;

/// What is true about a domain. An empty text: the question does not arise.
///
/// @param mxStatus HOSTS, IMPLICIT, NULL_MX, NULL_MX_MIXED, NO_MAIL, NXDOMAIN, UNMEASURED
/// @param mxSecurity SECURE or INSECURE
/// @param mxFailure SERVFAIL, BOGUS, TIMEOUT, REFUSED, MALFORMED
/// @param mx `10 mx1.example.net`, by preference, then host
/// @param stsRecord VALID, ABSENT, MULTIPLE, MALFORMED, UNMEASURED, NOT_ASKED
/// @param stsPolicy FETCHED, HTTP_ERROR, NO_ADDRESS, LOOKUP_FAILED, NOT_CONNECTED, HANDSHAKE_FAILED, PROTOCOL_ERROR,
///     NOT_ASKED
/// @param stsMode the mode of a policy that parses and was served under a good certificate
/// @param tlsrpt as stsRecord
/// @param hints PRESENT, ABSENT, UNRELIABLE, UNMEASURED, NOT_ASKED for names below `_domainkey`, `_openpgpkey`,
///     `_smimecert`, in this order; NOT_ASKED where no client would ask, others may not have asked either
/// @param dane VALID, MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED, UNUSABLE, LOOKUP_FAILED, NOT_DEPLOYED, PARTIAL,
///     FAILS_SOMEWHERE, HOST_READY_DOMAIN_INSECURE, UNMEASURED
/// @param mtaSts ENFORCING, TESTING, DISABLED, BROKEN, NOT_DEPLOYED, UNMEASURED
/// @param daneCause what decided, by its name in [org.mxcensus.datasets.schema.DaneCause]
/// @param stsCause what decided, by its name in [org.mxcensus.datasets.schema.StsCause]
/// @param stsDetail what a phrase about the cause must mention: the status that the policy host answers with
/// @param stsFaults the lines of the policy that are wrong, counted from 1; 0 for what is missing
/// @param senders what becomes of mail
public record DomainTruth(
        String domain,
        String mxStatus,
        String mxSecurity,
        String mxFailure,
        List<String> mx,
        String stsRecord,
        String stsPolicy,
        String stsMode,
        String tlsrpt,
        List<String> hints,
        String dane,
        String daneCause,
        String mtaSts,
        String stsCause,
        String stsDetail,
        List<Integer> stsFaults,
        SenderTruth senders) {
    public DomainTruth {
        mx = List.copyOf(mx);
        hints = List.copyOf(hints);
        stsFaults = List.copyOf(stsFaults);
    }
}
