package org.mxcensus.cli.preflight;

import java.util.ArrayList;
import java.util.List;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.crawler.preflight.Clearance;
import org.mxcensus.crawler.preflight.Finding;
import org.mxcensus.crawler.preflight.Report;

/// A report for a person.
public final class FindingLines {
    private static final String INDENT = " ".repeat(16);

    private FindingLines() {}

    public static List<String> of(Report report, Style style) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.findings()) {
            lines.add("%s%s"
                    .formatted(word(finding, style), style.bold(finding.check().title())));
            lines.add(INDENT + finding.found());
            if (!finding.advice().isEmpty()) {
                lines.add(INDENT + style.faint(finding.advice()));
            }
        }
        lines.add("");
        lines.add(
                report.passed()
                        ? "You may crawl as %s from %s for %d days."
                                .formatted(
                                        report.ehloName(),
                                        String.join(", ", report.addresses()),
                                        Clearance.VALIDITY.toDays())
                        : "Not yet: `crawl` and `worker` wait for what has not passed.");
        return lines;
    }

    private static String word(Finding finding, Style style) {
        // Padded first: colours take no room.
        return switch (finding.result()) {
            case PASSED -> style.good(padded("passed"));
            case FAILED -> style.bad(padded("FAILED"));
            case COULD_NOT_TELL -> style.doubtful(padded(finding.required() ? "COULD NOT TELL" : "not asked"));
        };
    }

    private static String padded(String word) {
        return String.format("%-" + INDENT.length() + "s", word);
    }
}
