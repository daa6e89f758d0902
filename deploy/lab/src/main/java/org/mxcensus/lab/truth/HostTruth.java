package org.mxcensus.lab.truth;

import java.util.List;

/// What is true about an MX host. An empty text: the question does not arise.
///
/// @param aStatus FOUND, NO_DATA, NXDOMAIN, FAILED; aaaaStatus likewise
/// @param security of its addresses, aliases included: SECURE or INSECURE
/// @param failure of the look-up of its addresses: SERVFAIL, BOGUS, TIMEOUT, REFUSED, MALFORMED
/// @param tlsaStatus FOUND, FOUND_INSECURE, ABSENT, FAILED, NOT_ASKED
/// @param tlsaBase the TLSA base domain, where there are records (RFC 7672 §2.2.3)
/// @param tlsaFailure as failure
/// @param dane as in [AddressTruth], over all addresses; daneCause likewise
public record HostTruth(
        String host,
        String aStatus,
        String aaaaStatus,
        String security,
        String failure,
        String tlsaStatus,
        String tlsaBase,
        String tlsaFailure,
        List<AddressTruth> addresses,
        String dane,
        String daneCause) {
    public HostTruth {
        addresses = List.copyOf(addresses);
    }
}
