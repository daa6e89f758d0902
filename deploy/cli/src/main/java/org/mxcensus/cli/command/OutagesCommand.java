package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.OutageTally;
import org.mxcensus.analyzer.transition.Outages;
import org.mxcensus.analyzer.transition.RollOvers;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.cli.census.OutageLines;
import org.mxcensus.cli.options.Breakable;
import org.mxcensus.cli.options.CrawlRange;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus outages`.
@Command(
        name = "outages",
        description =
                "Tell what was broken over several crawls, by what cause, and how long until it was repaired. Also what"
                        + " came of new certificates at MX hosts with DANE.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus outages --data census --mechanism dane --since 2026-01-01")
final class OutagesCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final CrawlRange range = new CrawlRange();

    @Option(names = "--tld", paramLabel = "TLD", description = "Only domains below this top-level domain.")
    private Optional<String> tld = Optional.empty();

    @Option(
            names = "--mechanism",
            converter = Breakable.class,
            paramLabel = "NAME",
            description = "Only this: dane, mta_sts (default: both).")
    private Optional<String> mechanism = Optional.empty();

    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;

    @Mixin
    private final HelpOption help = new HelpOption();

    OutagesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Mechanism> breakable = Mechanism.breakable().toList();
        List<Mechanism> mechanisms =
                mechanism.map(name -> List.of(Breakable.of(name))).orElse(breakable);
        Optional<String> below = tld.map(name -> name.toLowerCase(Locale.ROOT));
        Store store = data.openExisting();
        List<LocalDate> crawls = range.of(store, "The tale of outages");
        OutageLines lines = new OutageLines(session.terminal().style());
        for (Mechanism one : mechanisms) {
            List<OutageTally> tallies = Outages.of(store, crawls, one, below, Limits.DEFAULT);
            say(json ? lines.json(one, tallies) : lines.of(one, tallies));
        }
        // Hosts belong to no top-level domain: those of one are used from others too.
        if (mechanisms.contains(Mechanism.DANE) && below.isEmpty()) {
            var tallies = RollOvers.of(store, crawls, Limits.DEFAULT);
            say(json ? lines.rollOversAsJson(tallies) : lines.rollOvers(tallies));
        }
        return ExitStatus.DONE;
    }

    private void say(List<String> lines) {
        lines.forEach(session.terminal()::say);
    }
}
