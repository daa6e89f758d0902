package org.mxcensus.cli.census;

import java.time.Duration;
import java.util.Locale;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.crawler.crawl.CrawlProgress;

/// What a worker has done, in a line.
final class WorkerLine {

    private WorkerLine() {}

    /// @param since the start
    static String of(CrawlProgress progress, Duration since) {
        return String.format(
                Locale.ROOT,
                "this worker: %s domains, %s hosts, %s addresses  %s/s  %s",
                Figures.count(progress.domains().done()),
                Figures.count(progress.hosts().done()),
                Figures.count(progress.smtp().done()),
                Figures.rate(progress.domains().done(), since),
                Figures.time(since));
    }
}
