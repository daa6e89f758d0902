package org.mxcensus.datasets.schema;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;

/// Table `mx_hosts`, key host: see [HostMapping] and [org.mxcensus.datasets.observation.HostObservation].
///
/// @param aSecurity of the answer or its denial; null where there was no answer
/// @param aFailure why there was no answer; null otherwise
/// @param tlsaBase the TLSA base domain of the RRset found, or the one whose look-up failed
/// @param tlsaSecurity of the denial where the status is ABSENT; null otherwise
/// @param tlsaTtl seconds
/// @param edeCode the first extended error of the TLSA look-up, else of the address look-ups
/// @param zoneNs the name servers of the zone that the TLSA look-up failed in
public record HostRow(
        String host,
        Instant observedAt,
        String registeredDomain,
        AnswerStatus aStatus,
        @Nullable Security aSecurity,
        @Nullable DnsFailure aFailure,
        @Nullable Long aTtl,
        AnswerStatus aaaaStatus,
        @Nullable Security aaaaSecurity,
        @Nullable DnsFailure aaaaFailure,
        @Nullable Long aaaaTtl,
        List<Address> addresses,
        List<String> cname,
        TlsaStatus tlsaStatus,
        @Nullable String tlsaBase,
        @Nullable Security tlsaSecurity,
        @Nullable Long tlsaTtl,
        List<Tlsa> tlsa,
        @Nullable DnsFailure tlsaFailure,
        @Nullable Integer edeCode,
        @Nullable String edeText,
        List<String> zoneNs,
        int queries,
        long elapsedMs) {

    /// @param asn the autonomous system that announces the address; null where it was not looked up
    public record Address(String ip, @Nullable Long asn) {}

    /// @param data lower-case hexadecimal
    public record Tlsa(int usage, int selector, int matching, String data) {}
}
