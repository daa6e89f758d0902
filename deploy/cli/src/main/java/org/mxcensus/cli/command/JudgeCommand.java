package org.mxcensus.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.mxcensus.cli.ExitStatus;
import org.mxcensus.cli.Session;
import org.mxcensus.cli.census.AfterCrawl;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.TrustOption;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mxcensus judge`.
@Command(
        name = "judge",
        description = "Judge what a finished crawl saw. A newer program may judge old crawls again; nothing is asked"
                + " again. Run `stats` afterwards.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus judge --data census --crawl 2026-08-01")
final class JudgeCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private final TrustOption trust = new TrustOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    JudgeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DirectoryStore store = crawl.openExisting();
        session.logInto(crawl.directory());
        LocalDate date = crawl.orNewest(store);
        Instant began = session.clock().instant();
        Manifest manifest = new AfterCrawl(store, session.clock()).judge(date, trust.roots());
        session.terminal()
                .say("Judged the crawl of %s in %s by %s."
                        .formatted(
                                date,
                                Figures.time(
                                        Duration.between(began, session.clock().instant())),
                                manifest.versions()));
        return ExitStatus.DONE;
    }
}
