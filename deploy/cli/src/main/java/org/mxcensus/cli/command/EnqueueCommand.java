package org.mxcensus.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mxcensus.cli.census.SourceLines;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.InputOptions;
import org.mxcensus.cli.options.KafkaOptions;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.crawler.crawl.Enqueue;
import org.mxcensus.crawler.crawl.FrameConfig;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus enqueue`.
@Command(
        name = "enqueue",
        description =
                "Begin a crawl that workers measure over Kafka. It is written down who is to be measured, and every"
                        + " domain is sent to Kafka. Run again, it goes on where it stopped and adds nothing twice.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus enqueue com.zone.gz --kafka kafka1:9092 --data /shared/census",
            "  mxcensus worker --kafka kafka1:9092 --data /shared/census    on every machine"
        })
final class EnqueueCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Within(least = 1)
    @Option(
            names = "--partitions",
            paramLabel = "NUMBER",
            description = "Into how many parts each queue is divided, for the whole crawl: at most so many workers can"
                    + " share a stage (default: ${DEFAULT-VALUE}).")
    private int partitions = 16;

    @Option(
            names = "--simulated",
            description = "The world behind the domains is a simulation, a lab's: the manifest and every page say so.")
    private boolean simulated;

    @Mixin
    private final HelpOption help = new HelpOption();

    EnqueueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Store store = crawl.open();
        session.logInto(store.folder());
        LocalDate date = crawl.orToday(session.clock());
        Instant began = session.clock().instant();
        FrameConfig frame = new FrameConfig(
                inputs.open(store.folder()),
                simulated,
                true,
                partitions,
                inputs.limits().chunkSize(),
                Map.of());
        Enqueue.Result result = new Enqueue(store, date, frame, kafka.config()).run();
        result.reports().forEach(report -> SourceLines.say(session.terminal(), report));
        session.terminal()
                .say(
                        "Enqueued %s of the crawl of %s in %s, in %d partitions. Measure them with: mxcensus worker --crawl %s"
                                .formatted(
                                        Figures.count(result.plan().frameRows(), "domain", "domains"),
                                        date,
                                        Figures.time(Duration.between(
                                                began, session.clock().instant())),
                                        result.plan().partitions(),
                                        date));
        return ExitStatus.DONE;
    }
}
