package org.mxcensus.analyzer.transition;

import java.util.List;
import org.mxcensus.analyzer.stats.RandomVerdicts;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.FrameRow;

/// How a domain stands, by a plain look at the rows of a crawl.
final class RowStanding {
    private RowStanding() {}

    static Standing of(RandomVerdicts crawl, String domain, Mechanism mechanism) {
        List<FrameRow> rows =
                crawl.frame.stream().filter(row -> row.domain().equals(domain)).toList();
        if (rows.isEmpty()) {
            return Standing.OUTSIDE;
        }
        if (mechanism == Mechanism.SIGNED) {
            if (rows.stream().anyMatch(row -> Boolean.TRUE.equals(row.delegationDs()))) {
                return Standing.WORKING;
            }
            return rows.stream().anyMatch(row -> row.delegationDs() != null) ? Standing.WITHOUT : Standing.UNMEASURED;
        }
        DomainVerdictRow verdict = crawl.verdicts.get(domain);
        if (verdict == null) {
            return Standing.UNMEASURED;
        }
        return switch (mechanism) {
            case SIGNED -> throw new IllegalStateException();
            case DNSSEC -> of(verdict.dnssec());
            case STARTTLS -> of(verdict.starttls());
            case TLSRPT -> of(verdict.tlsrpt());
            case AUTHENTICATED -> of(verdict.authenticated());
            case DANE ->
                switch (verdict.dane()) {
                    case null -> Standing.NOT_APPLICABLE;
                    case VALID -> Standing.WORKING;
                    case PARTIAL -> Standing.PARTIAL;
                    case MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED, UNUSABLE -> Standing.BROKEN;
                    case NOT_DEPLOYED, HOST_READY_DOMAIN_INSECURE -> Standing.WITHOUT;
                    case LOOKUP_FAILED, UNMEASURED, FAILS_SOMEWHERE ->
                        verdict.daneValid() == Finding.NO ? Standing.NOT_WORKING : Standing.UNMEASURED;
                };
            case MTA_STS ->
                switch (verdict.mtaSts()) {
                    case null -> Standing.NOT_APPLICABLE;
                    case ENFORCING, TESTING -> Standing.WORKING;
                    case BROKEN -> Standing.BROKEN;
                    case DISABLED, NOT_DEPLOYED -> Standing.WITHOUT;
                    case UNMEASURED -> Standing.UNMEASURED;
                };
        };
    }

    private static Standing of(Finding finding) {
        return switch (finding) {
            case null -> Standing.NOT_APPLICABLE;
            case YES -> Standing.WORKING;
            case NO -> Standing.WITHOUT;
            case UNMEASURED -> Standing.UNMEASURED;
        };
    }
}
