package org.mxcensus.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.schema.AnswerStatus;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.TlsGrade;

/// The evidence of one MX host, a few lines.
final class HostReport {
    private final Checked checked;
    private final Findings findings;
    private final DialogueText dialogues;
    private final Map<String, CertificateRow> certificates;

    HostReport(Checked checked, Findings findings) {
        this.checked = checked;
        this.findings = findings;
        this.dialogues = new DialogueText(findings);
        this.certificates = checked.seen().certificates().stream()
                .collect(Collectors.toMap(CertificateRow::sha256, Function.identity()));
    }

    List<String> of(HostRow host) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(findings.style().bold(host.host()) + findings.because(aliases(host)));
        host.tlsa().forEach(tlsa -> lines.add(line("TLSA", tlsa(tlsa) + findings.because(security(host)))));
        if (host.tlsa().isEmpty()) {
            lines.add(line("TLSA", Findings.words(host.tlsaStatus()) + findings.because(failure(host))));
        }
        if (host.addresses().isEmpty()) {
            lines.add(line("address", addresses(host)));
        }
        checked.seen().smtp().stream()
                .filter(row -> row.host().equals(host.host()))
                .forEach(row -> lines.addAll(address(row)));
        return lines;
    }

    private List<String> address(SmtpRow row) {
        List<String> lines = new ArrayList<>();
        lines.add(line(row.ip(), dialogues.outcome(row)));
        dialogues.remarks(row).forEach(remark -> lines.add(line("", remark)));
        row.chain().stream()
                .limit(1)
                .flatMap(sha256 -> Stream.ofNullable(certificates.get(sha256)))
                .forEach(leaf -> lines.add(line("", certificate(leaf))));
        checked.verdict(row).ifPresent(verdict -> {
            if (verdict.certificateFault() != null) {
                lines.add(line("", "not trusted: " + Findings.words(verdict.certificateFault())));
            }
            quality(verdict).ifPresent(quality -> lines.add(line("", quality)));
            if (verdict.daneMatch() != null) {
                lines.add(line("", "matches TLSA " + shortened(verdict.daneMatch())));
            } else if (verdict.daneCause() != null) {
                lines.add(line("", "DANE: " + verdict.daneCause().sentence()));
            }
            if (verdict.reason() != null) {
                lines.add(line("", "reason: " + verdict.reason()));
            }
        });
        return lines;
    }

    /// Grade, reasons, chain and key exchange in a line; nothing where there is no TLS.
    private Optional<String> quality(HostVerdictRow verdict) {
        TlsGrade grade = verdict.tlsGrade();
        if (grade == null || grade == TlsGrade.UNMEASURED) {
            return Optional.empty();
        }
        String flaws = verdict.tlsFlaws().stream()
                .map(flaw -> flaw.phrase() + " (RFC 9325 " + flaw.section() + ")")
                .collect(Collectors.joining(", "));
        String session = verdict.postQuantum() == null
                ? ""
                : "; post-quantum " + findings.word(verdict.postQuantum()) + "; chain "
                        + (verdict.chain() == null ? "?" : Findings.words(verdict.chain()));
        return Optional.of("TLS " + Findings.words(grade) + (flaws.isEmpty() ? "" : ": " + flaws) + session);
    }

    private static String certificate(CertificateRow leaf) {
        return "certificate for %s, until %s, issued by %s"
                .formatted(String.join(", ", leaf.names().stream().limit(3).toList()), day(leaf), leaf.issuer());
    }

    /// The last day on which a certificate is valid.
    static String day(CertificateRow leaf) {
        return leaf.notAfter() == null ? "?" : leaf.notAfter().toString().substring(0, 10);
    }

    /// What was found where there is no address.
    static String addresses(HostRow host) {
        return "A %s, AAAA %s"
                .formatted(found(host.aStatus(), host.aFailure()), found(host.aaaaStatus(), host.aaaaFailure()));
    }

    private static String found(AnswerStatus status, @Nullable DnsFailure failure) {
        return failure == null ? Findings.words(status) : Findings.words(status) + ": " + Findings.words(failure);
    }

    /// A record in presentation form, shortened.
    static String tlsa(HostRow.Tlsa tlsa) {
        return shortened("%d %d %d %s".formatted(tlsa.usage(), tlsa.selector(), tlsa.matching(), tlsa.data()));
    }

    private static String security(HostRow host) {
        return Findings.words(host.tlsaStatus()) + " at " + host.tlsaBase();
    }

    private static String failure(HostRow host) {
        String error = host.edeText() == null ? "" : " " + host.edeText();
        return host.tlsaFailure() == null ? "" : host.tlsaFailure() + error;
    }

    private static String aliases(HostRow host) {
        return host.cname().isEmpty() ? "" : "alias of " + host.cname().getLast();
    }

    private static String shortened(String record) {
        return record.length() <= 48 ? record : record.substring(0, 45) + "...";
    }

    private static String line(String name, String value) {
        return "  %-24s %s".formatted(name, value);
    }
}
