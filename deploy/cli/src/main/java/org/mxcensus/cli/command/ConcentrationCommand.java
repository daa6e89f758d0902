package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.concentration.Concentration;
import org.mxcensus.cli.census.ConcentrationLines;
import org.mxcensus.cli.options.FigureOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mxcensus concentration`.
@Command(
        name = "concentration",
        description = "Tell with how few providers the mail of a crawl's domains lies. It names the largest, what they"
                + " have together, and the Gini coefficient.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus concentration --data census --tld nl --limit 10")
final class ConcentrationCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    ConcentrationCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        long limit = figures.limit();
        Store store = figures.openExisting();
        LocalDate crawl = figures.crawl(store);
        Concentration all = Concentration.of(store, crawl, figures.tld(), limit);
        figures.demandDomains(crawl, all.frame());
        (figures.isJson()
                        ? ConcentrationLines.json(crawl, all)
                        : ConcentrationLines.of(crawl, all, session.terminal().style()).stream())
                .forEach(session.terminal()::say);
        return ExitStatus.DONE;
    }
}
