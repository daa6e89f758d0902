package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.remedy.Causes;
import org.mxcensus.analyzer.remedy.Diagnosis;
import org.mxcensus.cli.ExitStatus;
import org.mxcensus.cli.Session;
import org.mxcensus.cli.census.CausesLines;
import org.mxcensus.cli.options.FigureOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.store.DirectoryStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mxcensus causes`.
@Command(
        name = "causes",
        description = "Tell why DANE does not work where it was meant to: what is to be mended, by whom, and how many"
                + " domains that one repair heals.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus causes --data census --tld nl --limit 10")
final class CausesCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    CausesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        long limit = figures.limit();
        DirectoryStore store = figures.openExisting();
        LocalDate crawl = figures.crawl(store);
        Diagnosis found = Causes.of(store, crawl, new Providers(PublicSuffixes.bundled()), figures.tld(), limit);
        figures.demandDomains(crawl, found.dane().frame());
        (figures.isJson()
                        ? found.repairs().stream().map(CausesLines::json)
                        : CausesLines.of(crawl, found, session.terminal().style()).stream())
                .forEach(session.terminal()::say);
        return ExitStatus.DONE;
    }
}
