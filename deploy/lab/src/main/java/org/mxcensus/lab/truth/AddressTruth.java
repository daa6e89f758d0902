package org.mxcensus.lab.truth;

/// What is true about an address of an MX host. An empty text: the question does not arise.
///
/// @param outcome NOT_CONNECTED, DEFERRED, BLOCKED, NO_SERVICE, EHLO_REJECTED, STARTTLS_NOT_OFFERED, STARTTLS_REFUSED,
///     HANDSHAKE_FAILED, TLS_ESTABLISHED, PROTOCOL_ERROR
/// @param cause of NOT_CONNECTED and HANDSHAKE_FAILED: REFUSED, TIMED_OUT, RESET; ALERT, PROTOCOL, CLOSED, TIMED_OUT
/// @param starttls YES, NO, or UNMEASURED: could not tell
/// @param tls TLSv1.3 or TLSv1.2
/// @param certificateTrusted YES or NO: whether the chain leads to the lab's root
/// @param certificateName YES or NO: whether the certificate is for the host
/// @param dane VALID, MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED, UNUSABLE, LOOKUP_FAILED, NOT_DEPLOYED, UNMEASURED
public record AddressTruth(
        String host,
        String ip,
        String outcome,
        String cause,
        String starttls,
        String tls,
        String certificateTrusted,
        String certificateName,
        String dane) {}
