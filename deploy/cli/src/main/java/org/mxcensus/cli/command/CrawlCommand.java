package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.cli.census.AfterCrawl;
import org.mxcensus.cli.census.CrawlRun;
import org.mxcensus.cli.census.Headlines;
import org.mxcensus.cli.monitor.Monitor;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.InputOptions;
import org.mxcensus.cli.options.MeasureOptions;
import org.mxcensus.cli.options.MonitorOptions;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.crawler.crawl.CrawlConfig;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `mxcensus crawl`.
@Command(
        name = "crawl",
        description = "Measure every domain of zone files and lists, then finish, judge and count. A crawl that was"
                + " interrupted goes on where it stopped when it is started again.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus crawl se.zone.gz --data census",
            "  mxcensus crawl banks.txt hospitals.txt --data census --crawl 2026-08-01",
            "  zcat nl.zone.gz | mxcensus crawl - --source nl --data census",
            "  mxcensus crawl --data census --crawl 2026-08-01    go on with that crawl"
        })
final class CrawlCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private final MeasureOptions measure = new MeasureOptions();

    @Mixin
    private final MonitorOptions monitor = new MonitorOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CrawlCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        TrustRoots roots = measure.roots();
        Store store = crawl.open();
        session.logInto(store.folder(), monitor.format());
        LocalDate date = crawl.orToday(session.clock());
        try (Monitor watching = monitor.begin(session.terminal())) {
            new CrawlRun(session, store, config(store, date), watching).run(howToGoOn(date));
            new AfterCrawl(store, session.clock()).run(date, roots);
        }
        Headlines.of(store, date, session.terminal().style()).forEach(session.terminal()::say);
        session.terminal().say("Look at it with: mxcensus serve --data " + crawl.place());
        return ExitStatus.DONE;
    }

    private CrawlConfig config(Store store, LocalDate date) {
        ProbeConfig look = measure.config();
        Map<String, String> recorded = measure.recorded(look, store, session.clock());
        return new CrawlConfig(
                date,
                inputs.open(store.folder()),
                measure.inLab(),
                measure.implicitMx(),
                inputs.limits(),
                look,
                recorded);
    }

    /// The command line as it was given, without inputs: the frame is written, and standard input is gone.
    private String howToGoOn(LocalDate date) {
        List<String> words = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
        words.removeAll(inputs.words());
        List<String> name = crawl.isNamed() ? List.of() : List.of("--crawl", date.toString());
        return Stream.of(List.of("mxcensus"), List.of("crawl"), words, name)
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
    }
}
