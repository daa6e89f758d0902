package org.mxcensus.analyzer.publish;

import java.util.List;
import org.mxcensus.datasets.schema.DomainRow;

/// What is left of an observation of a domain without the texts that its owner wrote: how it was, not what it said.
///
/// Rows are made anew column by column, so that a column that comes later does not compile until it was decided here
/// whether outsiders see it.
public final class DomainTexts {
    private DomainTexts() {}

    public static DomainRow left(DomainRow row) {
        return new DomainRow(
                row.domain(),
                row.observedAt(),
                row.mxStatus(),
                row.mxSecurity(),
                row.mxFailure(),
                row.edeCode(),
                null,
                row.mx(),
                row.mxTtl(),
                row.mxsetId(),
                row.mxAlias(),
                new DomainRow.Spf(row.spf().status(), null, null),
                new DomainRow.Dmarc(row.dmarc().status(), row.dmarc().policy(), null, null),
                row.dkimHint(),
                row.openpgpkeyHint(),
                row.smimeaHint(),
                new DomainRow.StsRecordCell(
                        row.stsRecord().status(),
                        null,
                        null,
                        null,
                        row.stsRecord().cname()),
                left(row.stsPolicy()),
                new DomainRow.TlsRpt(row.tlsrpt().status(), null, null, null),
                row.ns(),
                row.queries(),
                row.elapsedMs(),
                row.vantage());
    }

    private static DomainRow.StsPolicyCell left(DomainRow.StsPolicyCell policy) {
        return new DomainRow.StsPolicyCell(
                policy.status(),
                policy.mode(),
                policy.maxAge(),
                null,
                null,
                policy.truncated(),
                null,
                policy.httpStatus(),
                policy.failure(),
                null,
                policy.cname(),
                List.copyOf(policy.chain()));
    }
}
