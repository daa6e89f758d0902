package org.mxcensus.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.mxcensus.cli.census.AfterCrawl;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mxcensus finish`.
@Command(
        name = "finish",
        description =
                "Make the release files of a crawl and its manifest, out of what the crawl wrote. `crawl` does this"
                        + " by itself; after a crawl that was stopped for good, this keeps what it saw, and the rest counts as"
                        + " unmeasured.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus finish --data census --crawl 2026-08-01    what follows it:",
            "  mxcensus judge --data census --crawl 2026-08-01",
            "  mxcensus stats --data census --crawl 2026-08-01"
        })
final class FinishCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    FinishCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Store store = crawl.openExisting();
        session.logInto(store.folder());
        LocalDate date = crawl.orNewest(store);
        Instant began = session.clock().instant();
        Manifest manifest = new AfterCrawl(store, session.clock()).finish(date);
        long rows =
                manifest.files().stream().mapToLong(Manifest.TableFile::rows).sum();
        session.terminal()
                .say("Finished the crawl of %s in %s: %s in %s."
                        .formatted(
                                date,
                                Figures.time(
                                        Duration.between(began, session.clock().instant())),
                                Figures.count(rows, "row", "rows"),
                                Figures.count(manifest.files().size(), "file", "files")));
        return ExitStatus.DONE;
    }
}
