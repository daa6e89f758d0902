package org.mxcensus.cli.census;

import java.util.List;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.crawler.source.SourceReport;

/// What was read of an input.
public final class SourceLines {

    private SourceLines() {}

    /// Says how many domains it has, and what of it could not be read.
    public static void say(Terminal terminal, SourceReport report) {
        String signed = report.signed().isEmpty()
                ? ""
                : ", %s of them with DS".formatted(Figures.count(report.signed().getAsLong()));
        String drawn = report.sample().isEmpty() ? "" : ", drawn from %s".formatted(Figures.count(report.population()));
        terminal.say("%s: %s%s%s (%s lines)"
                .formatted(
                        report.source(),
                        Figures.count(report.domains(), "domain", "domains"),
                        drawn,
                        signed,
                        Figures.count(report.lines())));
        warnOfMalformed(terminal, report.input(), report.malformed(), report.examples());
    }

    /// Says how many lines of an input were left out, where there are any.
    ///
    /// @param examples the first of them
    static void warnOfMalformed(Terminal terminal, String input, long malformed, List<String> examples) {
        if (malformed > 0) {
            terminal.warn("%s of %s could not be read and %s left out, for instance %s"
                    .formatted(
                            Figures.count(malformed, "line", "lines"),
                            input,
                            malformed == 1 ? "was" : "were",
                            examples.getFirst()));
        }
    }
}
