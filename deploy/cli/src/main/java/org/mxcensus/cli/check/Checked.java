package org.mxcensus.cli.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.AddressJudgement;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.analyzer.judge.HostJudgement;
import org.mxcensus.analyzer.judge.Judge;
import org.mxcensus.analyzer.judge.Previous;
import org.mxcensus.analyzer.judge.Reach;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.crawler.crawl.DomainCheck;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;

/// What was seen of one domain, and what the judges say.
public record Checked(
        DomainCheck.Rows seen,
        List<HostVerdictRow> addresses,
        List<ExchangeVerdictRow> exchanges,
        DomainVerdictRow verdict) {

    /// Judges what was seen as a crawl's is judged: out of the rows.
    public static Checked of(DomainCheck.Rows seen, TrustRoots roots, PublicSuffixes suffixes) {
        List<SmtpObservation> dialogues =
                seen.smtp().stream().map(SmtpMapping::toObservation).toList();
        Certificates certificates = Certificates.of(seen.certificates().stream()
                .map(CertificateMapping::toObservation)
                .toList());
        Judge judge = new Judge(roots, new Providers(suffixes), Reach.of(dialogues), Previous.NONE);
        Map<String, HostJudgement> hosts = seen.hosts().stream()
                .collect(Collectors.toMap(
                        HostRow::host,
                        host -> judge.judgeHost(HostMapping.toObservation(host), of(host, dialogues), certificates)));
        return new Checked(
                seen,
                each(seen, hosts)
                        .flatMap(host -> host.addresses().stream())
                        .map(AddressJudgement::row)
                        .toList(),
                each(seen, hosts).map(HostJudgement::summary).toList(),
                judge.judgeDomain(
                        DomainMapping.toObservation(seen.domain()),
                        host -> Optional.ofNullable(hosts.get(host)),
                        certificates));
    }

    /// The verdict on an address; empty where there is none.
    Optional<HostVerdictRow> verdict(SmtpRow row) {
        return addresses.stream()
                .filter(verdict ->
                        verdict.host().equals(row.host()) && verdict.ip().equals(row.ip()))
                .findFirst();
    }

    private static Stream<HostJudgement> each(DomainCheck.Rows seen, Map<String, HostJudgement> hosts) {
        Function<HostRow, HostJudgement> judged = host -> Objects.requireNonNull(hosts.get(host.host()));
        return seen.hosts().stream().map(judged);
    }

    private static List<SmtpObservation> of(HostRow host, List<SmtpObservation> dialogues) {
        return dialogues.stream()
                .filter(dialogue -> dialogue.host().equals(host.host()))
                .toList();
    }
}
