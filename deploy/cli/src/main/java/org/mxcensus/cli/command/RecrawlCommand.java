package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.cli.census.AfterCrawl;
import org.mxcensus.cli.census.CrawlRun;
import org.mxcensus.cli.census.Headlines;
import org.mxcensus.cli.census.RecrawlBeginning;
import org.mxcensus.cli.monitor.Monitor;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.MeasureOptions;
import org.mxcensus.cli.options.MonitorOptions;
import org.mxcensus.cli.options.RecrawlKindOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.crawler.crawl.CrawlConfig;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.crawler.crawl.StageLimits;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `mxcensus recrawl`.
@Command(
        name = "recrawl",
        description =
                "Look again, once a day say, at the domains at which the newest full crawl found something, so that"
                        + " faults of hours are seen; then finish, judge and count. The recrawls of each kind are a dataset of"
                        + " their own within that of the full crawls, since their figures are not about all domains. One that was"
                        + " interrupted goes on where it stopped when it is started again on the same day or with its --crawl.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus recrawl --where dane --data census",
            "  mxcensus transitions --data census/recrawl/dane --list broke    what broke",
            "  mxcensus serve --data census/recrawl/dane                       the charts"
        })
final class RecrawlCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final RecrawlKindOption where = new RecrawlKindOption();

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

    RecrawlCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Recrawl.Kind kind = where.kind();
        TrustRoots roots = measure.roots();
        Store full = crawl.openExisting();
        LocalDate date = crawl.orToday(session.clock());
        Store store = full.within(kind.folder());
        session.logInto(store.folder(), monitor.format());
        RecrawlBeginning beginning = RecrawlBeginning.of(full, store, kind, date, measure.inLab());
        try (Monitor watching = monitor.begin(session.terminal())) {
            new CrawlRun(session, store, config(full, date, beginning), watching).run(howToGoOn(date));
            new AfterCrawl(store, session.clock()).run(date, roots);
        }
        Headlines.of(store, date, session.terminal().style()).forEach(session.terminal()::say);
        session.terminal().say("Look at it with: mxcensus serve --data %s/%s".formatted(crawl.place(), kind.folder()));
        return ExitStatus.DONE;
    }

    private CrawlConfig config(Store full, LocalDate date, RecrawlBeginning beginning) {
        ProbeConfig look = measure.config();
        Map<String, String> settings = measure.recorded(look, full, session.clock());
        return new CrawlConfig(
                date,
                beginning.inputs(session.terminal()),
                measure.inLab(),
                measure.implicitMx(),
                StageLimits.DEFAULTS,
                look,
                beginning.recorded(settings));
    }

    private String howToGoOn(LocalDate date) {
        List<String> words = new ArrayList<>(List.of("mxcensus", "recrawl"));
        words.addAll(spec.commandLine().getParseResult().originalArgs());
        if (!crawl.isNamed()) {
            words.addAll(List.of("--crawl", date.toString()));
        }
        return String.join(" ", words);
    }
}
