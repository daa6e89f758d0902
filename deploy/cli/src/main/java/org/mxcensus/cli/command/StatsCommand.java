package org.mxcensus.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.mxcensus.cli.census.AfterCrawl;
import org.mxcensus.cli.census.Headlines;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mxcensus stats`.
@Command(
        name = "stats",
        description = "Count the verdicts of a crawl, and say the figures of the whole frame.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus stats --data census --crawl 2026-08-01")
final class StatsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    StatsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Store store = crawl.openExisting();
        session.logInto(store.folder());
        LocalDate date = crawl.orNewest(store);
        Instant began = session.clock().instant();
        new AfterCrawl(store, session.clock()).stats(date);
        session.terminal()
                .say("Counted the crawl of %s in %s."
                        .formatted(
                                date,
                                Figures.time(
                                        Duration.between(began, session.clock().instant()))));
        Headlines.of(store, date, session.terminal().style()).forEach(session.terminal()::say);
        return ExitStatus.DONE;
    }
}
