package org.mxcensus.datasets.schema;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.Security;

/// Table `domains` as far as the judges ask. Half of the columns take half the time to read.
public record JudgedDomainRow(
        String domain,
        Instant observedAt,
        MxStatus mxStatus,
        @Nullable Security mxSecurity,
        @Nullable DnsFailure mxFailure,
        List<DomainRow.Mx> mx,
        @Nullable String mxAlias,
        Text stsRecord,
        Policy stsPolicy,
        Text tlsrpt,
        List<String> ns) {
    public JudgedDomainRow {
        // Files of earlier versions lack the column.
        ns = Objects.requireNonNullElse(ns, List.of());
    }

    /// The table with these columns alone.
    public static final Table<JudgedDomainRow> TABLE =
            new Table<>(Table.DOMAINS.name(), JudgedDomainRow.class, Table.DOMAINS.key());

    /// See [DomainRow.StsRecordCell] and [DomainRow.TlsRpt].
    public record Text(
            RecordStatus status,
            @Nullable String record,
            @Nullable String reason) {}

    /// See [DomainRow.StsPolicyCell].
    public record Policy(
            PolicyStatus status,
            @Nullable String text,
            @Nullable Boolean truncated,
            @Nullable String mediaType,
            @Nullable Integer httpStatus,
            @Nullable String failure,
            @Nullable String detail,
            List<String> chain) {}

    /// The same with these name servers.
    public JudgedDomainRow withNs(List<String> servers) {
        return new JudgedDomainRow(
                domain,
                observedAt,
                mxStatus,
                mxSecurity,
                mxFailure,
                mx,
                mxAlias,
                stsRecord,
                stsPolicy,
                tlsrpt,
                servers);
    }

    /// A whole row, in which everything else was not asked.
    public DomainRow row() {
        return new DomainRow(
                domain,
                observedAt,
                mxStatus,
                mxSecurity,
                mxFailure,
                null,
                null,
                mx,
                0L,
                null,
                mxAlias,
                new DomainRow.Spf(RecordStatus.NOT_ASKED, null, null),
                new DomainRow.Dmarc(RecordStatus.NOT_ASKED, null, null, null),
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                new DomainRow.StsRecordCell(stsRecord.status(), null, stsRecord.record(), stsRecord.reason(), null),
                new DomainRow.StsPolicyCell(
                        stsPolicy.status(),
                        null,
                        null,
                        null,
                        stsPolicy.text(),
                        stsPolicy.truncated(),
                        stsPolicy.mediaType(),
                        stsPolicy.httpStatus(),
                        stsPolicy.failure(),
                        stsPolicy.detail(),
                        null,
                        stsPolicy.chain()),
                new DomainRow.TlsRpt(tlsrpt.status(), null, tlsrpt.record(), tlsrpt.reason()),
                ns,
                0,
                0,
                "");
    }
}
