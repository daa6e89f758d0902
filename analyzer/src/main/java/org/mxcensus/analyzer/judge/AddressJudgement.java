package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;

/// The verdict on one address of an MX host, with what a domain's verdict needs beside the row.
///
/// @param row the verdict
/// @param acceptsMail false where the address said that it accepts no mail
/// @param counts false where the address is left out, since nothing of its family was reached
/// @param leaf the certificate that was shown; empty where there was no TLS
/// @param anchoredNames the leaf's names where DANE fails by the name alone; a next-hop domain may be among them
/// @param lookupIsTheirs where the TLSA look-up failed: the failure is the zone's and not perhaps ours
public record AddressJudgement(
        HostVerdictRow row,
        boolean acceptsMail,
        boolean counts,
        Optional<Leaf> leaf,
        List<String> anchoredNames,
        boolean lookupIsTheirs) {
    public AddressJudgement {
        anchoredNames = List.copyOf(anchoredNames);
    }

    /// Whether the address takes part in the verdict on its host.
    boolean decides() {
        return acceptsMail && counts;
    }

    /// The verdict for mail to a domain.
    ///
    /// @param nextHops the reference identifiers of DANE-TA(2) beside the TLSA base domain (RFC 7672 §3.2.2)
    DaneStatus dane(List<String> nextHops) {
        boolean named = nextHops.stream().anyMatch(nextHop -> Names.match(anchoredNames, nextHop));
        return named ? DaneStatus.VALID : row.dane();
    }

    /// RFC 8461 §4.1: a chain to a trusted root with a name for the MX host.
    Finding proves() {
        if (row.starttls() == Finding.NO) {
            return Finding.NO;
        }
        return row.certificateTrusted() == null || row.certificateName() == null
                ? Finding.UNMEASURED
                : row.certificateTrusted().and(row.certificateName());
    }
}
