package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.mxcensus.cli.census.StatusReport;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.KafkaOptions;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.crawler.crawl.CrawlStatus;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.WorkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus status`.
@Command(
        name = "status",
        description = "Tell how far a crawl has come, stage by stage. That is what is done, waiting and deferred, the"
                + " rate, the time left, how many messages were duplicates, and what could not be told.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus status --kafka kafka1:9092 --data /shared/census --watch")
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Within(least = 1)
    @Option(
            names = "--watch",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "5",
            description =
                    "Say it again every so many seconds (default: ${FALLBACK-VALUE}), until the crawl is complete.")
    private Optional<Integer> watch = Optional.empty();

    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;

    @Mixin
    private final HelpOption help = new HelpOption();

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Store store = crawl.openExisting();
        LocalDate date = crawl.orNewest(store);
        WorkFiles files = new WorkFiles(store, date);
        CrawlStatus status = look(files);
        say(status);
        while (watch.isPresent() && !status.isComplete()) {
            TimeUnit.SECONDS.sleep(watch.get());
            status = look(files);
            say(status);
        }
        return ExitStatus.DONE;
    }

    private CrawlStatus look(WorkFiles files) throws InterruptedException {
        return CrawlStatus.of(files, kafka.config(), session.clock().instant());
    }

    private void say(CrawlStatus status) {
        if (json) {
            session.terminal().say(StatusReport.json(status));
        } else {
            StatusReport.lines(status, session.terminal().style()).forEach(session.terminal()::say);
        }
    }
}
