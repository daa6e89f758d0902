package org.mxcensus.analyzer.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;

/// Puts the rows of one crawl together.
///
/// @param manifest of the crawl
/// @param rows looks in this crawl alone
/// @param known hosts that need not be looked up again
record CrawlEvidence(Manifest manifest, RowFinder rows, LatelySeenHosts known) {

    Optional<DomainEvidence> domain(String domain) {
        List<FrameRow> frame = rows.all(Table.FRAME, domain);
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        Optional<DomainRow> seen = rows.one(Table.DOMAINS, domain);
        Optional<DomainVerdictRow> verdict = rows.one(Table.DOMAIN_VERDICTS, domain);
        List<String> policyChain = seen.map(row -> row.stsPolicy().chain()).orElse(List.of());
        Map<String, CertificateRow> certificates = certificates(policyChain);
        return Optional.of(new DomainEvidence(
                manifest.crawl(),
                domain,
                frame,
                seen,
                verdict,
                chain(policyChain, certificates),
                hosts(exchanges(seen, verdict))));
    }

    Optional<HostEvidence> host(String host) {
        return hosts(List.of(host)).stream()
                .filter(found -> found.seen().isPresent())
                .findFirst();
    }

    private static List<String> exchanges(Optional<DomainRow> seen, Optional<DomainVerdictRow> verdict) {
        return verdict.map(DomainVerdictRow::hosts)
                .orElseGet(() -> seen.stream()
                        .flatMap(row -> row.mx().stream())
                        .map(DomainRow.Mx::host)
                        .filter(host -> !host.isEmpty())
                        .distinct()
                        .toList());
    }

    private List<HostEvidence> hosts(List<String> names) {
        return known.of(manifest, names, this::look);
    }

    private List<HostEvidence> look(List<String> names) {
        Map<String, HostRow> seen = byKey(rows.all(Table.MX_HOSTS, names), HostRow::host);
        List<SmtpRow> dialogues = rows.all(Table.SMTP, names);
        List<HostVerdictRow> verdicts = rows.all(Table.HOST_VERDICTS, names);
        Map<String, ExchangeVerdictRow> summaries =
                byKey(rows.all(Table.EXCHANGE_VERDICTS, names), ExchangeVerdictRow::host);
        Map<String, HostProviderRow> providers = byKey(rows.all(Table.HOST_PROVIDERS, names), HostProviderRow::host);
        Map<String, CertificateRow> certificates = certificates(dialogues.stream()
                .flatMap(row -> row.chain().stream())
                .distinct()
                .toList());
        return names.stream()
                .map(name -> new HostEvidence(
                        manifest.crawl(),
                        name,
                        Optional.ofNullable(seen.get(name)),
                        addresses(name, dialogues, verdicts, certificates),
                        Optional.ofNullable(summaries.get(name)),
                        Optional.ofNullable(providers.get(name))))
                .toList();
    }

    private static List<AddressEvidence> addresses(
            String host,
            List<SmtpRow> dialogues,
            List<HostVerdictRow> verdicts,
            Map<String, CertificateRow> certificates) {
        return dialogues.stream()
                .filter(row -> row.host().equals(host))
                .map(row -> new AddressEvidence(
                        row,
                        verdicts.stream()
                                .filter(v -> v.host().equals(host) && v.ip().equals(row.ip()))
                                .findFirst(),
                        chain(row.chain(), certificates)))
                .toList();
    }

    private Map<String, CertificateRow> certificates(Collection<String> digests) {
        return byKey(rows.all(Table.CERTIFICATES, digests), CertificateRow::sha256);
    }

    private static List<CertificateRow> chain(List<String> digests, Map<String, CertificateRow> certificates) {
        return digests.stream()
                .flatMap(digest -> Stream.ofNullable(certificates.get(digest)))
                .toList();
    }

    private static <R> Map<String, R> byKey(List<R> rows, Function<R, String> key) {
        return rows.stream().collect(Collectors.toMap(key, row -> row, (one, _) -> one));
    }
}
