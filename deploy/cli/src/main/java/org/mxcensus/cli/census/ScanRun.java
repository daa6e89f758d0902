package org.mxcensus.cli.census;

import java.time.LocalDate;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Progress;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.crawler.scan.InputReport;
import org.mxcensus.crawler.scan.ScanConfig;
import org.mxcensus.crawler.scan.ScanImport;
import org.mxcensus.crawler.scan.ScanProgress;
import org.mxcensus.crawler.scan.ScanReport;
import org.mxcensus.datasets.store.Store;

/// A scan of others on its way into a dataset.
///
/// @param session who watches
/// @param store where it goes
/// @param config what is taken in
public record ScanRun(Session session, Store store, ScanConfig config) {

    /// Takes it in, then finishes, judges and counts it like a crawl, and says what was seen.
    ///
    /// @param roots what certificates must lead to
    public void run(TrustRoots roots) {
        Terminal terminal = session.terminal();
        LocalDate crawl = ScanImport.day(config);
        ScanReport report = takeIn(crawl);
        report.inputs().forEach(input -> say(terminal, input));
        new AfterCrawl(store, session.clock()).run(crawl, roots);
        ScanImport.forget(store, crawl);
        terminal.say("Took the scan of %s into %s: %s, %s, %s."
                .formatted(
                        crawl,
                        store,
                        Figures.count(report.domains(), "domain", "domains"),
                        Figures.count(report.hosts(), "MX host", "MX hosts"),
                        Figures.count(report.addresses(), "look at an address", "looks at addresses")));
        Headlines.of(store, crawl, terminal.style()).forEach(terminal::say);
    }

    private ScanReport takeIn(LocalDate crawl) {
        ScanProgress read = new ScanProgress(session.clock());
        try (Progress _ = Progress.of(session.terminal(), () -> ScanLines.of(read))) {
            return ScanImport.run(store, crawl, config, read);
        }
    }

    private static void say(Terminal terminal, InputReport input) {
        terminal.say(ScanLines.of(input));
        SourceLines.warnOfMalformed(terminal, input.input(), input.malformed(), input.examples());
    }
}
