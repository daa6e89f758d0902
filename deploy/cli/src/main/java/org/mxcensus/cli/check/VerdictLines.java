package org.mxcensus.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.StsCause;

/// The verdicts on a domain, a line each, with what decided.
final class VerdictLines {
    private final DomainRow domain;
    private final DomainVerdictRow verdict;
    private final Findings findings;
    private final Lines wide;
    private final List<String> lines = new ArrayList<>();

    VerdictLines(Checked checked, Findings findings, Lines wide) {
        this.domain = checked.seen().domain();
        this.verdict = checked.verdict();
        this.findings = findings;
        this.wide = wide;
    }

    /// Those of most concern.
    List<String> brief() {
        mail();
        line(
                "STARTTLS",
                "%s; certificate trusted: %s, for the MX host: %s"
                        .formatted(
                                findings.word(verdict.starttls()),
                                findings.word(verdict.certificateTrusted()),
                                findings.word(verdict.certificateName())));
        policies();
        return lines;
    }

    List<String> verbose() {
        mail();
        line("STARTTLS", findings.word(verdict.starttls()));
        line("TLS 1.3", findings.word(verdict.tls13()));
        line(
                "certificate",
                "trusted: %s, for the MX host: %s"
                        .formatted(
                                findings.word(verdict.certificateTrusted()), findings.word(verdict.certificateName())));
        line(
                "TLS quality",
                "without what RFC 9325 forbids: %s, post-quantum: %s, complete chain: %s"
                        .formatted(
                                findings.word(verdict.tlsSound()),
                                findings.word(verdict.postQuantum()),
                                findings.word(verdict.chainComplete())));
        policies();
        daneHosts();
        verdict.mtaStsFaults().forEach(fault -> line("MTA-STS fault", fault));
        verdict.mtaStsLeniencies().forEach(leniency -> line("MTA-STS, let pass", leniency));
        hints();
        return lines;
    }

    private void mail() {
        line("mail", exchanges());
        line("DNSSEC", findings.word(verdict.dnssec()) + findings.because(failure()));
    }

    private void policies() {
        line("DANE", findings.word(verdict.dane()), dane());
        line("MTA-STS", findings.word(verdict.mtaSts()), policy());
        line("TLSRPT", findings.word(verdict.tlsrpt()), joined(domain.tlsrpt().rua()));
        line("SPF", Findings.words(domain.spf().status()), domain.spf().record());
        line("DMARC", Findings.words(domain.dmarc().status()), domain.dmarc().record());
    }

    private void daneHosts() {
        DaneHosts hosts = verdict.daneHosts();
        if (verdict.dane() != null && verdict.dane() != DaneStatus.NOT_DEPLOYED) {
            line(
                    "DANE by host",
                    "%d of %d valid; preferred: %s, backup: %s, those that answer: %s"
                            .formatted(
                                    hosts.valid(),
                                    hosts.hosts(),
                                    findings.word(hosts.preferred()),
                                    findings.word(hosts.backup()),
                                    findings.word(hosts.reached())));
        }
    }

    /// Signs of what can only be seen with a selector or an address; none where the domain does not exist.
    private void hints() {
        if (domain.mxStatus() != MxStatus.NXDOMAIN) {
            hint("DKIM, a hint", findings.word(domain.dkimHint()), "_domainkey.");
            hint("OPENPGPKEY, a hint", findings.word(domain.openpgpkeyHint()), "_openpgpkey.");
            hint("SMIMEA, a hint", findings.word(domain.smimeaHint()), "_smimecert.");
        }
    }

    private void hint(String name, String word, String label) {
        line(name, word + findings.because(label + domain.domain()));
    }

    private String exchanges() {
        String exchanges = domain.mx().stream()
                .map(mx -> mx.preference() + " " + (mx.host().isEmpty() ? "." : mx.host()))
                .collect(Collectors.joining(", "));
        return switch (domain.mxStatus()) {
            case HOSTS -> exchanges + findings.because("provider " + verdict.provider());
            case IMPLICIT -> "no MX; mail goes to the domain's own address";
            case NULL_MX -> "accepts no mail, and says so (null MX)";
            case NULL_MX_MIXED -> findings.style().bad("a null MX beside others: ") + exchanges;
            case NO_MAIL -> "has neither MX nor address";
            case NXDOMAIN -> findings.style().bad("the domain does not exist");
            case UNMEASURED -> findings.style().doubtful("could not tell");
        };
    }

    private @Nullable String failure() {
        if (domain.mxStatus() != MxStatus.UNMEASURED) {
            return null;
        }
        String error = domain.edeText() == null ? "" : ", " + domain.edeText();
        return "the MX look-up failed: " + domain.mxFailure() + error;
    }

    private @Nullable String dane() {
        DaneCause cause = verdict.daneCause();
        return cause == null ? null : at(cause.sentence(), verdict.daneHost());
    }

    private @Nullable String policy() {
        StsCause cause = verdict.mtaStsCause();
        if (cause != null) {
            String detail = Objects.requireNonNullElse(verdict.mtaStsDetail(), "");
            return at(cause.sentence() + (detail.isEmpty() ? "" : ": " + detail), verdict.mtaStsHost());
        }
        DomainRow.StsPolicyCell cell = domain.stsPolicy();
        if (cell.mode() == null || cell.maxAge() == null) {
            return null;
        }
        return "mode %s, %s, for %s".formatted(cell.mode(), joined(cell.mx()), days(cell.maxAge()));
    }

    private static String days(long seconds) {
        return seconds < 86_400 ? seconds + " s" : Figures.count(seconds / 86_400, "day", "days");
    }

    private static String at(String cause, @Nullable String host) {
        return host == null ? cause : cause + ", at " + host;
    }

    private static @Nullable String joined(@Nullable List<String> parts) {
        return parts == null ? null : String.join(", ", parts);
    }

    private void line(String name, String word, @Nullable String evidence) {
        line(name, evidence == null ? word : word + findings.because(wide.cut(evidence, word)));
    }

    private void line(String name, String value) {
        lines.add(Lines.of(name, value));
    }
}
