package org.mxcensus.cli.census;

import java.time.Duration;
import java.util.Locale;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.crawler.crawl.CrawlProgress;

/// How far a crawl is, in a line.
final class CrawlLine {

    private CrawlLine() {}

    /// @param since the start
    static String of(CrawlProgress progress, Duration since) {
        long domains = progress.domains().taken() - progress.domains().resumed();
        long done = progress.domains().done() + progress.domains().duplicates();
        double share = progress.frameRows() == 0 ? 1 : (double) done / progress.frameRows();
        return String.format(
                Locale.ROOT,
                "%s %3.0f %%  %s of %s domains, %s hosts, %s addresses  %s/s  %s",
                Figures.bar(share),
                100 * share,
                Figures.count(done),
                Figures.count(progress.frameRows()),
                Figures.count(progress.hosts().done()),
                Figures.count(progress.smtp().done()),
                Figures.rate(domains, since),
                Figures.time(since));
    }
}
