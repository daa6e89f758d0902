package org.mxcensus.cli.check;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.datasets.schema.DomainRow;

/// A checked domain as a good colleague would show it: what it comes to, the verdicts, the evidence by host, what to
/// change, and what becomes of mail.
public final class Report {
    private final Checked checked;
    private final Style style;
    private final Lines wide;
    private final Findings findings;
    private final List<String> lines = new ArrayList<>();

    private Report(Checked checked, Terminal terminal) {
        this.checked = checked;
        this.style = terminal.style();
        this.wide = new Lines(terminal.width());
        this.findings = new Findings(style);
    }

    /// The lines to print: for most domains one screen.
    public static List<String> brief(Checked checked, Terminal terminal) {
        return new Report(checked, terminal).brief();
    }

    /// The lines to print with everything that was seen.
    public static List<String> verbose(Checked checked, Terminal terminal) {
        return new Report(checked, terminal).verbose();
    }

    private List<String> brief() {
        head();
        lines.addAll(new VerdictLines(checked, findings, wide).brief());
        HostSummary hosts = new HostSummary(checked, findings, wide);
        separate(checked.seen().hosts().stream()
                .flatMap(host -> hosts.of(host).stream())
                .toList());
        advice();
        lines.addAll(new SenderLines(checked.verdict().deliveries(), findings).few());
        return lines;
    }

    private List<String> verbose() {
        head();
        lines.addAll(new VerdictLines(checked, findings, Lines.UNCUT).verbose());
        HostReport hosts = new HostReport(checked, findings);
        checked.seen().hosts().forEach(host -> lines.addAll(hosts.of(host)));
        advice();
        lines.addAll(new SenderLines(checked.verdict().deliveries(), findings).all());
        return lines;
    }

    private void head() {
        DomainRow domain = checked.seen().domain();
        lines.add(style.bold(domain.domain())
                + findings.because("seen %s, %s, %s"
                        .formatted(
                                domain.observedAt().truncatedTo(ChronoUnit.SECONDS),
                                Figures.count(domain.queries(), "DNS question", "DNS questions"),
                                Figures.time(Duration.ofMillis(domain.elapsedMs())))));
        lines.add(new Headline(checked.verdict(), style).sentence());
    }

    private void advice() {
        List<String> advice = Advice.of(checked);
        if (!advice.isEmpty()) {
            lines.add("");
            lines.add(style.bold("What to change"));
            advice.forEach(sentence -> lines.addAll(wide.wrapped(sentence)));
        }
    }

    private void separate(List<String> block) {
        if (!block.isEmpty()) {
            lines.add("");
            lines.addAll(block);
        }
    }
}
