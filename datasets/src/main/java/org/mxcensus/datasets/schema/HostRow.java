package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;

/// Table `mx_hosts`, key host: what the DNS says of an MX host.
///
/// See [HostMapping] and [org.mxcensus.datasets.observation.HostObservation].
///
/// @param host lower case, A-labels, without the final dot
/// @param observedAt when the first question was asked
/// @param registeredDomain the part that somebody registered, by the public suffix list; the whole name where there
///     is none
/// @param aStatus what the look-up of IPv4 addresses gave
/// @param aSecurity of the answer or its denial; null where there was no answer
/// @param aFailure why there was no answer; null otherwise
/// @param aTtl how long the answer may be kept, in seconds; null where there are no addresses, and where `aSecurity`
///     is unknown
/// @param aaaaStatus what the look-up of IPv6 addresses gave
/// @param aaaaSecurity of the answer or its denial; null where there was no answer
/// @param aaaaFailure why there was no answer; null otherwise
/// @param aaaaTtl how long the answer may be kept, in seconds; null where there are no addresses, and where
///     `aaaaSecurity` is unknown
/// @param addresses all addresses; empty where there are none
/// @param cname the aliases from the host to its addresses, one by one; empty where it is none
/// @param tlsaStatus what the look-up of TLSA records gave
/// @param tlsaBase the TLSA base domain of the RRset found, or the one whose look-up failed; null where neither is
/// @param tlsaSecurity of the denial; null where there is none
/// @param tlsaTtl how long the TLSA RRset may be kept, in seconds; null where there is none
/// @param tlsa the TLSA records; empty where there are none
/// @param tlsaFailure why there was no answer; null otherwise
/// @param edeCode the first extended error of the TLSA look-up, else of the address look-ups (RFC 8914); null where
///     there is none
/// @param edeText what that error says; null where it says nothing
/// @param zoneNs the name servers of the zone that the TLSA look-up failed in; empty where it did not
/// @param queries how many DNS queries were sent
/// @param elapsedMs how long all of it took, in milliseconds
public record HostRow(
        String host,
        Instant observedAt,
        String registeredDomain,
        @ParquetString AnswerStatus aStatus,
        @ParquetString @Nullable Security aSecurity,
        @ParquetString @Nullable DnsFailure aFailure,
        @Nullable Long aTtl,
        @ParquetString AnswerStatus aaaaStatus,
        @ParquetString @Nullable Security aaaaSecurity,
        @ParquetString @Nullable DnsFailure aaaaFailure,
        @Nullable Long aaaaTtl,
        List<Address> addresses,
        List<String> cname,
        @ParquetString TlsaStatus tlsaStatus,
        @Nullable String tlsaBase,
        @ParquetString @Nullable Security tlsaSecurity,
        @Nullable Long tlsaTtl,
        List<Tlsa> tlsa,
        @ParquetString @Nullable DnsFailure tlsaFailure,
        @Nullable Integer edeCode,
        @Nullable String edeText,
        List<String> zoneNs,
        int queries,
        long elapsedMs) {

    /// One address of a host.
    ///
    /// @param ip in the form of RFC 5952
    /// @param asn the autonomous system that announces the address; null where it was not looked up
    public record Address(String ip, @Nullable Long asn) {}

    /// One TLSA record.
    ///
    /// @param usage certificate usage (RFC 6698 §2.1.1)
    /// @param selector 0 the certificate, 1 its SubjectPublicKeyInfo (RFC 6698 §2.1.2)
    /// @param matching 0 all of it, 1 its SHA-256, 2 its SHA-512 (RFC 6698 §2.1.3)
    /// @param data lower-case hexadecimal
    public record Tlsa(int usage, int selector, int matching, String data) {}
}
