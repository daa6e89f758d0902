package org.mxcensus.datasets.observation;

import java.time.Instant;
import java.util.List;

/// All that DNS says of one MX host.
///
/// @param host the host name: lower case, A-labels, without the final dot
/// @param observedAt when the probe began
/// @param registeredDomain the registrable domain of the name; the name itself where there is none
/// @param a its IPv4 addresses, as text
/// @param aaaa its IPv6 addresses, as text (RFC 5952)
/// @param cname the aliases followed from the host to its addresses, in order; empty where the host is no alias
/// @param tlsa its TLSA RRset
/// @param zoneNs the name servers of the zone that the TLSA look-up failed in; empty where it did not fail
/// @param queries DNS queries that were sent for it
/// @param elapsedMs wall time of the probe in milliseconds
public record HostObservation(
        String host,
        Instant observedAt,
        String registeredDomain,
        Answer<List<String>> a,
        Answer<List<String>> aaaa,
        List<String> cname,
        TlsaOutcome tlsa,
        List<String> zoneNs,
        int queries,
        long elapsedMs) {
    public HostObservation {
        cname = List.copyOf(cname);
        zoneNs = List.copyOf(zoneNs);
    }
}
