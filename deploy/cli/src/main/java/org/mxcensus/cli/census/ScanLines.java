package org.mxcensus.cli.census;

import java.time.Duration;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.crawler.scan.InputReport;
import org.mxcensus.crawler.scan.ScanProgress;

/// How much of a scan has been read, in a line.
final class ScanLines {

    private ScanLines() {}

    /// While it is read.
    static String of(ScanProgress progress) {
        return progress.now()
                .map(read -> of(read.input(), read.lines(), read.took()))
                .orElse("import");
    }

    /// Afterwards.
    static String of(InputReport report) {
        return of(report.input(), report.lines(), report.took());
    }

    private static String of(String input, long lines, Duration took) {
        return "%s: %s  %s/s  %s"
                .formatted(input, Figures.count(lines, "line", "lines"), Figures.rate(lines, took), Figures.time(took));
    }
}
