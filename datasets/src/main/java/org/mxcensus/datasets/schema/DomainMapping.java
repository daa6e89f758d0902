package org.mxcensus.datasets.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DmarcRecord;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.SpfRecord;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.observation.TlsRptRecord;
import org.mxcensus.datasets.records.Dmarc;
import org.mxcensus.datasets.records.Spf;
import org.mxcensus.datasets.records.Sts;
import org.mxcensus.datasets.records.TlsRpt;

/// Table `domains`: how a [DomainObservation] is spread over the columns of a [DomainRow].
public final class DomainMapping {

    private DomainMapping() {}

    public static DomainRow toRow(DomainObservation seen) {
        MxMapping.Cells mx = MxMapping.toCells(seen.mx());
        @Nullable ExtendedError ede = mx.errors().stream().findFirst().orElse(null);
        RecordCells<SpfRecord> spf = RecordCells.of(seen.spf());
        RecordCells<DmarcRecord> dmarc = RecordCells.of(seen.dmarc());
        RecordCells<StsRecord> sts = RecordCells.of(seen.stsRecord());
        RecordCells<TlsRptRecord> tlsRpt = RecordCells.of(seen.tlsRpt());
        return new DomainRow(
                seen.domain(),
                seen.observedAt(),
                mx.status(),
                mx.security(),
                mx.failure(),
                ede == null ? null : ede.code(),
                ede == null ? null : ede.text(),
                mx.exchanges().stream()
                        .map(e -> new DomainRow.Mx(e.preference(), e.host()))
                        .toList(),
                mx.ttl(),
                mx.mxsetId(),
                seen.mxAlias().orElse(null),
                new DomainRow.Spf(spf.status(), spf.record(), spf.reason()),
                new DomainRow.Dmarc(
                        dmarc.status(),
                        dmarc.value().map(DmarcRecord::policy).orElse(null),
                        dmarc.record(),
                        dmarc.reason()),
                seen.dkim(),
                seen.openpgpkey(),
                seen.smimea(),
                new DomainRow.StsRecordCell(
                        sts.status(),
                        sts.value().map(StsRecord::id).orElse(null),
                        sts.record(),
                        sts.reason(),
                        seen.stsAlias().orElse(null)),
                PolicyMapping.toCell(seen.stsPolicy(), seen.policyAlias()),
                new DomainRow.TlsRpt(
                        tlsRpt.status(),
                        tlsRpt.value().map(TlsRptRecord::rua).orElse(null),
                        tlsRpt.record(),
                        tlsRpt.reason()),
                seen.ns(),
                seen.queries(),
                seen.elapsedMs(),
                seen.vantage());
    }

    public static DomainObservation toObservation(DomainRow row) {
        return new DomainObservation(
                row.domain(),
                row.observedAt(),
                MxMapping.toOutcome(row),
                Optional.ofNullable(row.mxAlias()),
                RecordCells.outcome(
                        row.spf().status(), row.spf().record(), row.spf().reason(), Spf::select),
                RecordCells.outcome(
                        row.dmarc().status(), row.dmarc().record(), row.dmarc().reason(), Dmarc::select),
                row.dkimHint(),
                row.openpgpkeyHint(),
                row.smimeaHint(),
                RecordCells.outcome(
                        row.stsRecord().status(),
                        row.stsRecord().record(),
                        row.stsRecord().reason(),
                        Sts::select),
                Optional.ofNullable(row.stsRecord().cname()),
                PolicyMapping.toFetch(row.stsPolicy()),
                Optional.ofNullable(row.stsPolicy().cname()),
                RecordCells.outcome(
                        row.tlsrpt().status(),
                        row.tlsrpt().record(),
                        row.tlsrpt().reason(),
                        TlsRpt::select),
                row.ns(),
                row.queries(),
                row.elapsedMs(),
                row.vantage());
    }
}
