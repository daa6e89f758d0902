package org.mxcensus.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.TlsGrade;
import org.mxcensus.datasets.schema.TlsaStatus;

/// The evidence of one MX host as short as can be: a line for the host, and one or two for each address.
final class HostSummary {
    private final Checked checked;
    private final Findings findings;
    private final Lines lines;
    private final DialogueText dialogues;
    private final Map<String, CertificateRow> certificates;

    HostSummary(Checked checked, Findings findings, Lines lines) {
        this.checked = checked;
        this.findings = findings;
        this.lines = lines;
        this.dialogues = new DialogueText(findings);
        this.certificates = checked.seen().certificates().stream()
                .collect(Collectors.toMap(CertificateRow::sha256, Function.identity()));
    }

    List<String> of(HostRow host) {
        List<String> summary = new ArrayList<>();
        summary.add(findings.style().bold(host.host()) + "  " + tlsa(host));
        if (host.addresses().isEmpty()) {
            summary.add(Lines.of("address", HostReport.addresses(host)));
        }
        checked.seen().smtp().stream()
                .filter(row -> row.host().equals(host.host()))
                .forEach(row -> summary.add(Lines.of(row.ip(), address(row))));
        return summary;
    }

    private String tlsa(HostRow host) {
        if (host.tlsa().isEmpty()) {
            return findings.style().faint("TLSA " + Findings.words(host.tlsaStatus()));
        }
        String more = host.tlsa().size() == 1 ? "" : " and " + (host.tlsa().size() - 1) + " more";
        String note = host.tlsaStatus() == TlsaStatus.FOUND ? "" : "in an unsigned zone, of no effect";
        String first = HostReport.tlsa(host.tlsa().getFirst());
        return "TLSA " + lines.cut(first, host.host() + more + note) + more + findings.because(note);
    }

    private String address(SmtpRow row) {
        SmtpRow.Tls tls = row.tls();
        Optional<HostVerdictRow> verdict = checked.verdict(row);
        if (tls == null) {
            return verdict.map(HostVerdictRow::reason).orElseGet(() -> dialogues.outcome(row));
        }
        return Stream.concat(
                        Stream.concat(Stream.of(tls.version()), verdict.stream().flatMap(v -> certificate(row, v))),
                        verdict.stream().flatMap(this::dane))
                .collect(Collectors.joining("; "));
    }

    /// What is wrong with the session and the certificate; where nothing is, until when that lasts.
    private Stream<String> certificate(SmtpRow row, HostVerdictRow verdict) {
        List<String> wrong = new ArrayList<>();
        if (verdict.tlsGrade() == TlsGrade.DEPRECATED) {
            wrong.add(findings.style().bad("TLS as RFC 9325 forbids it"));
        }
        if (verdict.certificateFault() != null) {
            wrong.add("certificate not trusted, " + Findings.words(verdict.certificateFault()));
        }
        if (verdict.certificateName() == Finding.NO) {
            wrong.add("certificate for another name");
        }
        return wrong.isEmpty() ? until(row) : wrong.stream();
    }

    private Stream<String> until(SmtpRow row) {
        return row.chain().stream()
                .limit(1)
                .flatMap(sha256 -> Stream.ofNullable(certificates.get(sha256)))
                .map(leaf -> "certificate trusted, until " + HostReport.day(leaf));
    }

    private Stream<String> dane(HostVerdictRow verdict) {
        DaneCause cause = verdict.daneCause();
        if (verdict.daneMatch() != null) {
            return Stream.of(
                    findings.style().good("matches TLSA " + verdict.daneMatch().substring(0, 5)));
        }
        return cause == null ? Stream.empty() : Stream.of(findings.style().bad(cause.sentence()));
    }
}
