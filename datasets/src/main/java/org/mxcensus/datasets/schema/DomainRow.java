package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.Security;

/// Table `domains`, key domain: what the DNS and the policy host say of a domain.
///
/// See [DomainMapping] and [org.mxcensus.datasets.observation.DomainObservation].
///
/// @param domain lower case, A-labels, without the final dot
/// @param observedAt when the first question was asked
/// @param mxStatus what the look-up of MX records gave
/// @param mxSecurity of the MX answer or its denial; null where there was no answer
/// @param mxFailure why there was no answer; null otherwise
/// @param edeCode the first extended error of the MX look-up (RFC 8914); null where there is none
/// @param edeText what that error says; null where it says nothing
/// @param mx the MX records, most preferred first; empty where there are none
/// @param mxTtl how long the MX RRset may be kept, in seconds; null where there is none, and where
///     `mxSecurity` is unknown
/// @param mxsetId a 64-bit digest of the sorted set of exchanges with their preferences; null where there is none,
///     and where one of them is withheld
/// @param mxAlias where the domain's own name leads if it is an alias, as secure as `mxSecurity`; null otherwise
/// @param spf the SPF record (RFC 7208)
/// @param dmarc the DMARC record (RFC 9989)
/// @param dkimHint whether anything lies below `_domainkey.<domain>`, where DKIM keys are
/// @param openpgpkeyHint whether anything lies below `_openpgpkey.<domain>` (RFC 7929)
/// @param smimeaHint whether anything lies below `_smimecert.<domain>` (RFC 8162)
/// @param stsRecord the TXT record of MTA-STS (RFC 8461 §3.1)
/// @param stsPolicy what came of fetching the policy of MTA-STS (RFC 8461 §3.3)
/// @param tlsrpt the TLSRPT record (RFC 8460 §3)
/// @param ns the name servers, sorted; empty where nobody asked, since table `frame` has the delegation
/// @param queries how many DNS queries were sent
/// @param elapsedMs how long all of it took, in milliseconds
/// @param vantage from where was looked, as the operator calls it
public record DomainRow(
        String domain,
        Instant observedAt,
        @ParquetString MxStatus mxStatus,
        @ParquetString @Nullable Security mxSecurity,
        @ParquetString @Nullable DnsFailure mxFailure,
        @Nullable Integer edeCode,
        @Nullable String edeText,
        List<Mx> mx,
        @Nullable Long mxTtl,
        @Nullable Long mxsetId,
        @Nullable String mxAlias,
        Spf spf,
        Dmarc dmarc,
        @ParquetString Hint dkimHint,
        @ParquetString Hint openpgpkeyHint,
        @ParquetString Hint smimeaHint,
        StsRecordCell stsRecord,
        StsPolicyCell stsPolicy,
        TlsRpt tlsrpt,
        List<String> ns,
        int queries,
        long elapsedMs,
        String vantage) {

    /// The same without the digest, which would tell MX hosts that the row no longer names.
    public DomainRow withoutMxsetId() {
        return new DomainRow(
                domain,
                observedAt,
                mxStatus,
                mxSecurity,
                mxFailure,
                edeCode,
                edeText,
                mx,
                mxTtl,
                null,
                mxAlias,
                spf,
                dmarc,
                dkimHint,
                openpgpkeyHint,
                smimeaHint,
                stsRecord,
                stsPolicy,
                tlsrpt,
                ns,
                queries,
                elapsedMs,
                vantage);
    }

    /// One MX record.
    ///
    /// @param preference the smaller, the more preferred
    /// @param host the MX host, lower case, A-labels, without the final dot
    public record Mx(int preference, String host) {}

    /// The SPF record of a domain.
    ///
    /// @param status whether there is one valid record
    /// @param record as published; several are separated by line feeds; null where there is none
    /// @param reason what is malformed, or which DNS failure; null otherwise
    public record Spf(
            @ParquetString RecordStatus status,
            @Nullable String record,
            @Nullable String reason) {}

    /// The DMARC record of a domain.
    ///
    /// @param status whether there is one valid record
    /// @param policy `none`, `quarantine` or `reject`; null where there is no valid record
    /// @param record as published; several are separated by line feeds; null where there is none
    /// @param reason what is malformed, or which DNS failure; null otherwise
    public record Dmarc(
            @ParquetString RecordStatus status,
            @Nullable String policy,
            @Nullable String record,
            @Nullable String reason) {}

    /// The TXT record of MTA-STS.
    ///
    /// @param status whether there is one valid record
    /// @param id the policy's version; null where there is no valid record
    /// @param record as published; several are separated by line feeds; null where there is none
    /// @param reason what is malformed, or which DNS failure; null otherwise
    /// @param cname where `_mta-sts.<domain>` leads; null where it is no alias
    public record StsRecordCell(
            @ParquetString RecordStatus status,
            @Nullable String id,
            @Nullable String record,
            @Nullable String reason,
            @Nullable String cname) {}

    /// What came of fetching a policy.
    ///
    /// @param status how far the fetch came
    /// @param mode `enforce`, `testing` or `none`; null where the text does not parse
    /// @param maxAge how long the policy may be kept, in seconds; null where the text does not parse
    /// @param mx the patterns of MX hosts; null where the text does not parse
    /// @param text the body as sent; null where none came
    /// @param truncated only the beginning of the body was kept; null where none came
    /// @param mediaType the media type of the answer; null where it names none
    /// @param httpStatus the status of the HTTP answer; null where none came
    /// @param failure the cause, by the name of its constant; null where a body came
    /// @param detail what the TLS library or the alert said; null where it said nothing
    /// @param cname where `mta-sts.<domain>` leads; null where it is no alias
    /// @param chain SHA-256 of each certificate as sent, the leaf first; empty where there was no TLS
    public record StsPolicyCell(
            @ParquetString PolicyStatus status,
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

    /// The TLSRPT record of a domain.
    ///
    /// @param status whether there is one valid record
    /// @param rua where reports go; null where there is no valid record
    /// @param record as published; several are separated by line feeds; null where there is none
    /// @param reason what is malformed, or which DNS failure; null otherwise
    public record TlsRpt(
            @ParquetString RecordStatus status,
            @Nullable List<String> rua,
            @Nullable String record,
            @Nullable String reason) {}
}
