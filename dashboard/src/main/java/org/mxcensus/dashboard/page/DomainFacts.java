package org.mxcensus.dashboard.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;

/// What was seen of a domain, row by row of its observation.
final class DomainFacts {
    private DomainFacts() {}

    /// What DNS says.
    ///
    /// @param operators who runs the name servers; empty where that is not known
    static List<Fact> of(DomainRow row, List<FrameRow> frame, List<String> operators) {
        return new Facts()
                .add("Observed", row.observedAt())
                .add("MX", row.mxStatus())
                .texts(
                        "MX records",
                        row.mx().stream()
                                .map(mx -> mx.preference() + " " + mx.host())
                                .toList())
                .text("The domain is an alias of", row.mxAlias())
                .add("Security of the MX answer", row.mxSecurity())
                .add("No MX answer because of", row.mxFailure())
                .add("Extended DNS error", row.edeCode())
                .text("Its text", row.edeText())
                .add("TTL of the MX records", row.mxTtl() == null ? null : row.mxTtl() + " s")
                .add("DS in the zone above", delegation(frame))
                .texts("Delegated to", delegatedTo(frame))
                .texts("Name servers", row.ns())
                .texts("Name servers run by", operators)
                .add("MTA-STS record", row.stsRecord().status())
                .text("_mta-sts TXT", row.stsRecord().record())
                .text("MTA-STS record is no good because", row.stsRecord().reason())
                .text("_mta-sts is an alias of", row.stsRecord().cname())
                .add("TLSRPT record", row.tlsrpt().status())
                .text("_smtp._tls TXT", row.tlsrpt().record())
                .text("TLSRPT record is no good because", row.tlsrpt().reason())
                .add("SPF", row.spf().status())
                .text("SPF TXT", row.spf().record())
                .add("DMARC", row.dmarc().status())
                .text("_dmarc TXT", row.dmarc().record())
                .add("DKIM keys", row.dkimHint())
                .add("OPENPGPKEY records", row.openpgpkeyHint())
                .add("SMIMEA records", row.smimeaHint())
                .add("Queries", row.queries())
                .add("Took", row.elapsedMs() + " ms")
                .add("Seen from", row.vantage())
                .list();
    }

    /// How the MTA-STS policy was had.
    static List<Fact> policy(DomainRow row, List<CertificateRow> chain) {
        DomainRow.StsPolicyCell policy = row.stsPolicy();
        return new Facts()
                .add("Policy", policy.status())
                .text("Mode", policy.mode())
                .add("max_age", policy.maxAge() == null ? null : policy.maxAge() + " s")
                .texts("mx", policy.mx())
                .add("HTTP status", policy.httpStatus())
                .text("Media type", policy.mediaType())
                .text("Failure", policy.failure())
                .text("Detail", policy.detail())
                .text("The policy host is an alias of", policy.cname())
                .texts(
                        "Certificates of the policy host",
                        chain.stream().map(DomainFacts::brief).toList())
                .list();
    }

    static String policyText(DomainRow row) {
        return Optional.ofNullable(row.stsPolicy().text()).map(Facts::shortened).orElse("");
    }

    private static String brief(CertificateRow certificate) {
        return "%s (until %s)"
                .formatted(
                        Optional.ofNullable(certificate.subject()).orElse(certificate.sha256()),
                        Optional.ofNullable(certificate.notAfter())
                                .map(Object::toString)
                                .orElse("an unreadable date"));
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
                .map(row -> Boolean.TRUE.equals(row.delegationDs()) ? "yes" : "no")
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
