package org.mxcensus.dashboard.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.RecordStatus;

/// What was seen of a domain, row by row of its observation.
final class DomainFacts {
    private DomainFacts() {}

    /// What DNS says.
    ///
    /// @param operators who runs the name servers; empty where that is not known
    static List<Fact> of(DomainRow row, List<FrameRow> frame, List<String> operators) {
        return new Facts()
                .add("fact.observed", row.observedAt())
                .add("fact.mx", row.mxStatus())
                .texts(
                        "fact.mx-records",
                        row.mx().stream()
                                .map(mx -> mx.preference() + " " + mx.host())
                                .toList())
                .text("fact.the-domain-is-an-alias-of", row.mxAlias())
                .add("fact.security-of-the-mx-answer", row.mxSecurity())
                .add("fact.no-mx-answer-because-of", row.mxFailure())
                .add("fact.extended-dns-error", row.edeCode())
                .text("fact.its-text", row.edeText())
                .add("fact.ttl-of-the-mx-records", row.mxTtl() == null ? null : Texts.of("domain.seconds", row.mxTtl()))
                .add("fact.ds-in-the-zone-above", delegation(frame))
                .texts("fact.delegated-to", delegatedTo(frame))
                .texts("fact.name-servers", row.ns())
                .texts("fact.name-servers-run-by", operators)
                .add("fact.mta-sts-record", row.stsRecord().status())
                .text("fact.mta-sts-txt", row.stsRecord().record())
                .add(
                        "fact.mta-sts-record-could-not-be-told-because",
                        untold(row.stsRecord().status(), row.stsRecord().reason()))
                .text(
                        "fact.mta-sts-record-is-no-good-because",
                        fault(row.stsRecord().status(), row.stsRecord().reason()))
                .text("fact.mta-sts-is-an-alias-of", row.stsRecord().cname())
                .add("fact.tlsrpt-record", row.tlsrpt().status())
                .text("fact.smtp-tls-txt", row.tlsrpt().record())
                .add(
                        "fact.tlsrpt-record-could-not-be-told-because",
                        untold(row.tlsrpt().status(), row.tlsrpt().reason()))
                .text(
                        "fact.tlsrpt-record-is-no-good-because",
                        fault(row.tlsrpt().status(), row.tlsrpt().reason()))
                .add("fact.spf", row.spf().status())
                .text("fact.spf-txt", row.spf().record())
                .add("fact.dmarc", row.dmarc().status())
                .text("fact.dmarc-txt", row.dmarc().record())
                .add("fact.dkim-keys", row.dkimHint())
                .add("fact.openpgpkey-records", row.openpgpkeyHint())
                .add("fact.smimea-records", row.smimeaHint())
                // A scan of others asked nothing of the domain.
                .add("fact.queries", row.queries() == 0 ? null : row.queries())
                .add("fact.took", row.queries() == 0 ? null : Texts.of("domain.took", row.elapsedMs()))
                .add("fact.seen-from", row.vantage())
                .list();
    }

    /// What kept the record from being looked up, in words.
    private static @Nullable String untold(RecordStatus status, @Nullable String reason) {
        return status == RecordStatus.UNMEASURED && reason != null
                ? reason.toLowerCase(Locale.ROOT).replace('_', ' ')
                : null;
    }

    /// What is wrong with the record that is there.
    private static @Nullable String fault(RecordStatus status, @Nullable String reason) {
        return status == RecordStatus.UNMEASURED ? null : reason;
    }

    /// How the MTA-STS policy was had.
    static List<Fact> policy(DomainRow row, List<CertificateRow> chain) {
        DomainRow.StsPolicyCell policy = row.stsPolicy();
        return new Facts()
                .add("fact.policy", policy.status())
                .text("fact.mode", policy.mode())
                .add("fact.max-age", policy.maxAge() == null ? null : Texts.of("domain.seconds", policy.maxAge()))
                .texts("fact.policy-mx", policy.mx())
                .add("fact.http-status", policy.httpStatus())
                .text("fact.media-type", policy.mediaType())
                .text("fact.failure", policy.failure())
                .text("fact.detail", policy.detail())
                .text("fact.the-policy-host-is-an-alias-of", policy.cname())
                .texts(
                        "fact.certificates-of-the-policy-host",
                        chain.stream().map(DomainFacts::brief).toList())
                .list();
    }

    static String policyText(DomainRow row) {
        return Optional.ofNullable(row.stsPolicy().text()).map(Facts::shortened).orElse("");
    }

    private static String brief(CertificateRow certificate) {
        return Texts.of(
                "domain.until",
                Optional.ofNullable(certificate.subject()).orElse(certificate.sha256()),
                Optional.ofNullable(certificate.notAfter())
                        .map(Object::toString)
                        .orElse(Texts.of("domain.unreadable-date")));
    }

    /// The name servers in the zone above. Where a zone tells them, the domain's own are not asked for.
    private static List<String> delegatedTo(List<FrameRow> frame) {
        return frame.stream()
                .flatMap(row -> Stream.ofNullable(row.delegationNs()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /// Empty where no source is a zone, which alone can tell.
    private static String delegation(List<FrameRow> frame) {
        return frame.stream()
                .filter(row -> row.delegationDs() != null)
                .map(row -> Boolean.TRUE.equals(row.delegationDs()) ? Texts.of("metrics.yes") : Texts.of("metrics.no"))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
