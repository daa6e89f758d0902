package org.mxcensus.cli.census;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mxcensus.cli.monitor.Monitor;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Progress;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.crawler.crawl.Crawl;
import org.mxcensus.crawler.crawl.CrawlConfig;
import org.mxcensus.datasets.store.Store;

/// A crawl with somebody watching.
///
/// @param session who watches
/// @param store where the crawl goes
/// @param config what it is to do
/// @param monitor who watches over it from afar
public record CrawlRun(Session session, Store store, CrawlConfig config, Monitor monitor) {

    /// Crawls until every domain of the frame has been looked at, and says what was seen.
    ///
    /// @param howToGoOn the command that goes on with this crawl when it is interrupted
    /// @throws InterruptedException where the process is being stopped
    public void run(String howToGoOn) throws InterruptedException {
        Terminal terminal = session.terminal();
        Clock clock = session.clock();
        Instant began = clock.instant();
        try (Crawl crawl = Crawl.open(store, config, clock)) {
            monitor.watch(crawl.vitals());
            crawl.warnings().forEach(terminal::warn);
            crawl.reports().forEach(report -> SourceLines.say(terminal, report));
            try (StopSignal _ = new StopSignal(terminal, "Stopped; what is done is kept. Go on with: " + howToGoOn);
                    Progress progress = Progress.of(
                            terminal, () -> CrawlLine.of(crawl.progress(), Duration.between(began, clock.instant())))) {
                crawl.run();
                progress.show();
            }
            terminal.say("Crawled in %s:".formatted(Figures.time(Duration.between(began, clock.instant()))));
            Summary.of(crawl.progress(), terminal.style()).forEach(terminal::say);
        }
    }
}
