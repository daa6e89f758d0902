package org.mxcensus.crawler.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mxcensus.crawler.source.LongHashSet;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.WorkFiles;

/// The MX hosts that were scanned: tables `smtp`, `certificates` and `mx_hosts`. Of a host those addresses are known
/// that
/// were scanned, and not whether they or any TLSA records are signed.
final class ScanHosts {
    private static final int HEX = 16;

    private final WorkFiles files;
    private final UnaryOperator<String> registeredDomain;
    private final ScanProgress progress;
    private final LongHashSet known = new LongHashSet();
    private long addresses;
    private long hosts;

    /// @param registeredDomain see [ScanConfig]
    ScanHosts(WorkFiles files, UnaryOperator<String> registeredDomain, ScanProgress progress) {
        this.files = files;
        this.registeredDomain = registeredDomain;
        this.progress = progress;
    }

    /// Writes all three.
    ///
    /// @return what was read, for each input
    List<InputReport> write(List<SourceInput> scans) {
        List<InputReport> reports = new ArrayList<>();
        try (Heaps seen = new Heaps(files.store(), "hosts")) {
            try (Parts<SmtpRow> dialogues = new Parts<>(files, Table.SMTP);
                    Parts<CertificateRow> certificates = new Parts<>(files, Table.CERTIFICATES)) {
                scans.forEach(scan -> reports.add(
                        ScanImport.read(scan, progress, line -> take(line, dialogues, certificates, seen))));
                addresses = dialogues.total();
            }
            try (Parts<HostRow> rows = new Parts<>(files, Table.MX_HOSTS)) {
                seen.each(some -> some.forEach((host, looks) -> rows.add(HostMapping.toRow(host(host, looks)))));
                hosts = rows.total();
            }
        }
        return reports;
    }

    private Optional<String> take(
            String line, Parts<SmtpRow> dialogues, Parts<CertificateRow> certificates, Heaps seen) {
        return switch (ScanLine.parse(line)) {
            case ScanLine.Malformed(String reason) -> Optional.of(reason);
            case ScanLine.Seen(var look, List<CertificateObservation> sent) -> {
                sent.stream()
                        .filter(certificate -> known.add(Long.parseUnsignedLong(certificate.sha256(), 0, HEX, HEX)))
                        .map(CertificateMapping::toRow)
                        .forEach(certificates::add);
                dialogues.add(SmtpMapping.toRow(look));
                seen.add(look.host(), look.observedAt() + " " + look.ip());
                yield Optional.empty();
            }
        };
    }

    /// @param looks when at which address
    private HostObservation host(String host, List<String> looks) {
        List<String> ips = looks.stream()
                .map(look -> look.substring(look.indexOf(' ') + 1))
                .distinct()
                .sorted()
                .toList();
        Instant first = looks.stream()
                .map(look -> Instant.parse(look.substring(0, look.indexOf(' '))))
                .min(Instant::compareTo)
                .orElseThrow();
        return new HostObservation(
                host,
                first,
                registeredDomain.apply(host),
                family(ips, false),
                family(ips, true),
                List.of(),
                new TlsaOutcome.NotAsked(),
                List.of(),
                0,
                0);
    }

    private static Answer<List<String>> family(List<String> ips, boolean six) {
        List<String> some = ips.stream().filter(ip -> ip.contains(":") == six).toList();
        return some.isEmpty()
                ? new Answer.Failed<>(DnsFailure.NOT_ASKED)
                : new Answer.Found<>(some, Security.UNKNOWN, 0);
    }

    /// How many addresses were looked at, each time counted.
    long addresses() {
        return addresses;
    }

    /// How many hosts there are.
    long hosts() {
        return hosts;
    }
}
