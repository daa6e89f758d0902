package org.mxcensus.cli.check;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.StsCause;

/// A checked domain on one screen: verdicts first, then the evidence by host, then what a sender would do.
public final class Report {
    private final Checked checked;
    private final DomainRow domain;
    private final DomainVerdictRow verdict;
    private final Style style;
    private final Findings findings;
    private final List<String> lines = new ArrayList<>();

    private Report(Checked checked, Style style) {
        this.checked = checked;
        this.domain = checked.seen().domain();
        this.verdict = checked.verdict();
        this.style = style;
        this.findings = new Findings(style);
    }

    /// The lines to print.
    public static List<String> of(Checked checked, Style style) {
        return new Report(checked, style).write();
    }

    private List<String> write() {
        lines.add(style.bold(domain.domain())
                + findings.because("seen %s, %s, %s"
                        .formatted(
                                domain.observedAt().truncatedTo(ChronoUnit.SECONDS),
                                Figures.count(domain.queries(), "DNS question", "DNS questions"),
                                Figures.time(Duration.ofMillis(domain.elapsedMs())))));
        verdicts();
        HostReport hosts = new HostReport(checked, findings);
        checked.seen().hosts().forEach(host -> lines.addAll(hosts.of(host)));
        senders();
        return lines;
    }

    private void verdicts() {
        line("mail", mail());
        line("DNSSEC", findings.word(verdict.dnssec()) + findings.because(failure()));
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
        line("DANE", findings.word(verdict.dane()) + findings.because(dane()));
        line("MTA-STS", findings.word(verdict.mtaSts()) + findings.because(policy()));
        line(
                "TLSRPT",
                findings.word(verdict.tlsrpt())
                        + findings.because(joined(domain.tlsrpt().rua())));
        line(
                "SPF",
                Findings.words(domain.spf().status())
                        + findings.because(domain.spf().record()));
        line(
                "DMARC",
                Findings.words(domain.dmarc().status())
                        + findings.because(domain.dmarc().record()));
        hints();
    }

    /// Signs of what can only be seen with a selector or an address; none where the domain does not exist.
    private void hints() {
        if (domain.mxStatus() != MxStatus.NXDOMAIN) {
            line("DKIM, a hint", findings.word(domain.dkimHint()) + findings.because("_domainkey." + domain.domain()));
            line(
                    "OPENPGPKEY, a hint",
                    findings.word(domain.openpgpkeyHint()) + findings.because("_openpgpkey." + domain.domain()));
            line(
                    "SMIMEA, a hint",
                    findings.word(domain.smimeaHint()) + findings.because("_smimecert." + domain.domain()));
        }
    }

    private void senders() {
        lines.add("");
        lines.add(style.bold("A sender that"));
        line(
                "takes TLS where offered",
                findings.word(verdict.deliveries().opportunistic().outcome()));
        line("follows DANE", findings.word(verdict.deliveries().dane().outcome()));
        line("follows MTA-STS", findings.word(verdict.deliveries().mtaSts().outcome()));
        line("follows both", findings.word(verdict.deliveries().both().outcome()));
    }

    private String mail() {
        String exchanges = domain.mx().stream()
                .map(mx -> mx.preference() + " " + (mx.host().isEmpty() ? "." : mx.host()))
                .collect(Collectors.joining(", "));
        return switch (domain.mxStatus()) {
            case HOSTS -> exchanges + findings.because("provider " + verdict.provider());
            case IMPLICIT -> "no MX; mail goes to the domain's own address";
            case NULL_MX -> "accepts no mail, and says so (null MX)";
            case NULL_MX_MIXED -> style.bad("a null MX beside others: ") + exchanges;
            case NO_MAIL -> "has neither MX nor address";
            case NXDOMAIN -> style.bad("the domain does not exist");
            case UNMEASURED -> style.doubtful("could not tell");
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
            return at((cause.sentence() + " " + detail).strip(), verdict.mtaStsHost());
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

    private static @Nullable String at(@Nullable String cause, @Nullable String host) {
        return cause == null || host == null ? cause : cause + ", at " + host;
    }

    private static @Nullable String joined(@Nullable List<String> parts) {
        return parts == null ? null : String.join(", ", parts);
    }

    private void line(String name, String value) {
        lines.add("  %-24s %s".formatted(name, value));
    }
}
