package org.mxcensus.cli.command;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mxcensus.cli.census.WorkerRun;
import org.mxcensus.cli.monitor.Monitor;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.KafkaOptions;
import org.mxcensus.cli.options.MeasureOptions;
import org.mxcensus.cli.options.MonitorOptions;
import org.mxcensus.cli.options.StageOption;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.crawler.crawl.StageLimits;
import org.mxcensus.crawler.crawl.WorkerConfig;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus worker`.
@Command(
        name = "worker",
        description = "Measure a share of a crawl that was enqueued, beside any number of other workers. It ends when"
                + " the crawl is complete. Start and stop them at will: what one leaves, another takes up. One of them"
                + " finishes, judges and counts.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus worker --kafka kafka1:9092 --data /shared/census --crawl 2026-08-01",
            "  mxcensus worker --stage smtp-targets --crawl 2026-08-01    dialogues alone"
        })
final class WorkerCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final StageOption stages = new StageOption();

    @Within(least = 0, most = 86_400)
    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            description = "How long what is under way may take to end when the worker is stopped (default:"
                    + " ${DEFAULT-VALUE}).")
    private long grace = WorkerConfig.USUAL_GRACE.toSeconds();

    @Mixin
    private final MeasureOptions measure = new MeasureOptions();

    @Mixin
    private final MonitorOptions monitor = new MonitorOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    WorkerCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Store store = crawl.openExisting();
        session.logInto(WorkerRun.logDirectory(store.folder()), monitor.format());
        LocalDate date = crawl.orNewest(store);
        try (Monitor watching = monitor.begin(session.terminal())) {
            new WorkerRun(session, store, config(store, date), measure.roots(), watching).run();
        }
        return ExitStatus.DONE;
    }

    private WorkerConfig config(Store store, LocalDate date) {
        ProbeConfig look = measure.config();
        Map<String, String> recorded = measure.recorded(look, store, session.clock());
        return new WorkerConfig(
                date,
                kafka.config(),
                stages.chosen(),
                measure.implicitMx(),
                StageLimits.DEFAULTS,
                look,
                recorded,
                Duration.ofSeconds(grace));
    }
}
