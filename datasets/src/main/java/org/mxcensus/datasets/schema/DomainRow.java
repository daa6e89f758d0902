package org.mxcensus.datasets.schema;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.Security;

/// Table `domains`, key domain: see [DomainMapping] and [org.mxcensus.datasets.observation.DomainObservation].
///
/// @param mxSecurity of the MX answer or its denial; null where there was no answer
/// @param mxFailure why there was no answer; null otherwise
/// @param edeCode the first extended error of the MX look-up (RFC 8914); null where there is none
/// @param mxTtl seconds; null where there is no MX RRset
/// @param mxsetId a 64-bit digest of the sorted set of exchanges with their preferences; null where there is none
/// @param mxAlias where the domain's own name leads if it is an alias, as secure as `mxSecurity`; null otherwise
/// @param dkimHint whether anything lies below `_domainkey.<domain>`, and so on: see
///     [org.mxcensus.datasets.observation.Hint]
/// @param ns empty where nobody asked, since table `frame` has the delegation
public record DomainRow(
        String domain,
        Instant observedAt,
        MxStatus mxStatus,
        @Nullable Security mxSecurity,
        @Nullable DnsFailure mxFailure,
        @Nullable Integer edeCode,
        @Nullable String edeText,
        List<Mx> mx,
        @Nullable Long mxTtl,
        @Nullable Long mxsetId,
        @Nullable String mxAlias,
        Spf spf,
        Dmarc dmarc,
        Hint dkimHint,
        Hint openpgpkeyHint,
        Hint smimeaHint,
        StsRecordCell stsRecord,
        StsPolicyCell stsPolicy,
        TlsRpt tlsrpt,
        List<String> ns,
        int queries,
        long elapsedMs,
        String vantage) {

    /// One MX record.
    public record Mx(int preference, String host) {}

    /// @param record as published; several are separated by line feeds; null where there is none
    /// @param reason what is malformed, or which DNS failure; null otherwise
    public record Spf(
            RecordStatus status,
            @Nullable String record,
            @Nullable String reason) {}

    /// @param policy `none`, `quarantine` or `reject`; null where there is no valid record
    public record Dmarc(
            RecordStatus status,
            @Nullable String policy,
            @Nullable String record,
            @Nullable String reason) {}

    /// @param id the policy's version; null where there is no valid record
    /// @param cname where `_mta-sts.<domain>` leads if it is an alias
    public record StsRecordCell(
            RecordStatus status,
            @Nullable String id,
            @Nullable String record,
            @Nullable String reason,
            @Nullable String cname) {}

    /// @param mode `enforce`, `testing` or `none`; with `maxAge` and `mx`: null where the text does not parse
    /// @param maxAge seconds
    /// @param text the body as sent; null where none came
    /// @param failure the cause, by the name of its constant; null where a body came
    /// @param detail what the TLS library or the alert said
    /// @param cname where `mta-sts.<domain>` leads if it is an alias
    /// @param chain SHA-256 of each certificate as sent
    public record StsPolicyCell(
            PolicyStatus status,
            @Nullable String mode,
            @Nullable Long maxAge,
            @Nullable List<String> mx,
            @Nullable String text,
            @Nullable Boolean truncated,
            @Nullable String mediaType,
            @Nullable Integer httpStatus,
            @Nullable String failure,
            @Nullable String detail,
            @Nullable String cname,
            List<String> chain) {}

    /// @param rua where reports go; null where there is no valid record
    public record TlsRpt(
            RecordStatus status,
            @Nullable List<String> rua,
            @Nullable String record,
            @Nullable String reason) {}
}
