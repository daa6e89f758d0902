package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Outlook;
import org.mxcensus.analyzer.remedy.Step;
import org.mxcensus.analyzer.remedy.WhatIf;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.cli.ExitStatus;
import org.mxcensus.cli.Session;
import org.mxcensus.cli.census.WhatIfLines;
import org.mxcensus.cli.options.FigureOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus what-if`.
@Command(
        name = "what-if",
        description = "Tell for how many domains DANE would become valid if a provider published TLSA records, signed"
                + " the names of its MX hosts, or had the zones of its customers signed, for how many MTA-STS would be"
                + " enforced if it served their policies, and how that adds up over providers. As JSON by top-level"
                + " domain.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus what-if --data census --limit 10",
            "  mxcensus what-if --data census --lever tlsa --tld nl --json"
        })
final class WhatIfCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Option(
            names = "--lever",
            paramLabel = "NAME",
            description = "What providers do that come first and make the curve: tlsa, signed_hosts, signed_domains,"
                    + " together, hosted_sts (default: ${DEFAULT-VALUE}).")
    private String lever = Lever.TOGETHER.id();

    @Mixin
    private final HelpOption help = new HelpOption();

    WhatIfCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Lever by = known(lever);
        long limit = figures.limit();
        DirectoryStore store = figures.openExisting();
        LocalDate crawl = figures.crawl(store);
        try (WhatIf whatIf = WhatIf.of(store, crawl, figures.tld())) {
            Tally today = whatIf.today(by.goal());
            figures.demandDomains(crawl, today.frame());
            List<Outlook> outlooks = whatIf.outlooks(by, limit);
            List<Step> curve = whatIf.curve(by, limit);
            (figures.isJson()
                            ? Stream.concat(
                                    outlooks.stream().map(WhatIfLines::json),
                                    curve.stream().map(step -> WhatIfLines.json(by, step)))
                            : WhatIfLines.of(
                                    crawl,
                                    today,
                                    by,
                                    outlooks,
                                    curve,
                                    session.terminal().style())
                                    .stream())
                    .forEach(session.terminal()::say);
        }
        return ExitStatus.DONE;
    }

    private static Lever known(String name) {
        return Lever.find(name)
                .orElseThrow(() -> new UserError("--lever knows no %s; give one of %s."
                        .formatted(
                                name, Stream.of(Lever.values()).map(Lever::id).collect(Collectors.joining(", ")))));
    }
}
