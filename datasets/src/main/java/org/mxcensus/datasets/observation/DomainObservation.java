package org.mxcensus.datasets.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that was seen of one domain.
///
/// @param domain the domain: lower case, A-labels, without the final dot
/// @param observedAt when the probe began
/// @param mxAlias where the domain's own name leads if it is an alias, as secure as the MX answer: with DANE-TA(2) a
///     second name for the next-hop domain (RFC 7672 §3.2.2)
/// @param dkim whether anything lies below `_domainkey.<domain>`; openpgpkey and smimea likewise, below
///     `_openpgpkey` and `_smimecert`
/// @param stsAlias where `_mta-sts.<domain>` leads if it is an alias (delegated MTA-STS, RFC 8461 §8.2)
/// @param policyAlias where `mta-sts.<domain>` leads if it is an alias
/// @param ns the name servers that the zone itself names, sorted; empty where the answer gave none, and where nobody
///     asked since the frame knows the delegation
/// @param queries DNS queries that were sent for it
/// @param elapsedMs wall time of the probe in milliseconds
/// @param vantage a name for the place that it was seen from
public record DomainObservation(
        String domain,
        Instant observedAt,
        MxOutcome mx,
        Optional<String> mxAlias,
        RecordOutcome<SpfRecord> spf,
        RecordOutcome<DmarcRecord> dmarc,
        Hint dkim,
        Hint openpgpkey,
        Hint smimea,
        RecordOutcome<StsRecord> stsRecord,
        Optional<String> stsAlias,
        PolicyFetch stsPolicy,
        Optional<String> policyAlias,
        RecordOutcome<TlsRptRecord> tlsRpt,
        List<String> ns,
        int queries,
        long elapsedMs,
        String vantage) {
    public DomainObservation {
        ns = List.copyOf(ns);
    }
}
