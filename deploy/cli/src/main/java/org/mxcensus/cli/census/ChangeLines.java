package org.mxcensus.cli.census;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.again.Change;
import org.mxcensus.analyzer.again.JudgedAgain;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.cli.terminal.Terminal;

/// What judging a crawl has changed, and why, as a person reads it.
public final class ChangeLines {

    private ChangeLines() {}

    /// @param took how long it took
    public static List<String> of(JudgedAgain judged, Duration took, Terminal terminal) {
        Style style = terminal.style();
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(
                "Judged the crawl of %s in %s.".formatted(judged.after().crawl(), Figures.time(took))));
        if (judged.isFirst()) {
            lines.add("  These are its first verdicts, by "
                    + judged.after().versions().entrySet().stream()
                            .map(version -> version.getKey() + " " + version.getValue())
                            .collect(Collectors.joining("; "))
                    + ".");
            return lines;
        }
        judged.changedVersions().forEach(name -> lines.add(line(name, judged.versions(name))));
        if (judged.changedVersions().isEmpty()) {
            lines.add("  Judges, roots and lists are those of the verdicts before.");
        }
        lines.add("  %s of %s changed."
                .formatted(Figures.count(judged.changed()), Figures.count(judged.judged(), "domain", "domains")));
        judged.changes().forEach(change -> lines.addAll(change(change, style)));
        if (!judged.added().isEmpty()) {
            lines.add("  Not compared, as the verdicts before lack them: " + String.join(", ", judged.added()) + ".");
        }
        return lines;
    }

    private static List<String> change(Change change, Style style) {
        String cause = change.cause().isEmpty() ? "" : " (" + change.cause() + ")";
        String more = change.domains() > change.examples().size() ? ", ..." : "";
        return List.of(
                line(
                        change.column(),
                        "%s -> %s%s: %s"
                                .formatted(
                                        change.before(),
                                        change.after(),
                                        cause,
                                        Figures.count(change.domains(), "domain", "domains"))),
                line("", style.faint(String.join(", ", change.examples()) + more)));
    }

    private static String line(String name, String value) {
        return "  %-26s %s".formatted(name, value);
    }
}
