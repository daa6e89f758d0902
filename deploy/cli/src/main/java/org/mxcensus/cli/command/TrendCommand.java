package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Panel;
import org.mxcensus.analyzer.transition.PanelPoint;
import org.mxcensus.cli.census.TrendLines;
import org.mxcensus.cli.options.CrawlRange;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.MechanismOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus trend`.
@Command(
        name = "trend",
        description =
                "Tell how adoption moved from crawl to crawl. It is that of all domains, and beside it that of the"
                        + " constant panel, the domains that every one of the crawls was to measure.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus trend --data census --mechanism dane --since 2026-01-01")
final class TrendCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final CrawlRange range = new CrawlRange();

    @Option(names = "--tld", paramLabel = "TLD", description = "Only domains below this top-level domain.")
    private Optional<String> tld = Optional.empty();

    @Mixin
    private final MechanismOption mechanism = new MechanismOption();

    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;

    @Mixin
    private final HelpOption help = new HelpOption();

    TrendCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Mechanism> mechanisms = mechanism.named().map(List::of).orElse(List.of(Mechanism.values()));
        Optional<String> below = tld.map(name -> name.toLowerCase(Locale.ROOT));
        Store store = data.openExisting();
        List<LocalDate> crawls = range.of(store, "A trend");
        List<PanelPoint> points = Panel.points(store, crawls, below).stream()
                .filter(point -> mechanisms.contains(point.mechanism()))
                .toList();
        if (below.isPresent() && points.stream().allMatch(point -> point.all().frame() == 0)) {
            throw new UserError("None of the crawls names a domain below \"%s\"; give another --tld, or none for all."
                    .formatted(below.get()));
        }
        (json
                        ? points.stream().map(TrendLines::json)
                        : TrendLines.of(mechanisms, points, session.terminal().style()).stream())
                .forEach(session.terminal()::say);
        return ExitStatus.DONE;
    }
}
