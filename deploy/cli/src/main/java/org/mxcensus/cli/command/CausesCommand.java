package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.remedy.Causes;
import org.mxcensus.analyzer.remedy.Diagnosis;
import org.mxcensus.analyzer.remedy.DomainList;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.cli.census.CausesLines;
import org.mxcensus.cli.options.Breakable;
import org.mxcensus.cli.options.DomainListOption;
import org.mxcensus.cli.options.FigureOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus causes`.
@Command(
        name = "causes",
        description =
                "Tell why DANE and MTA-STS do not work where they were meant to. That is what is to be mended, by whom,"
                        + " and how many domains that one repair heals.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus causes --data census --tld nl --limit 10",
            "  mxcensus causes --data census --mechanism mta_sts --list behind.csv"
        })
final class CausesCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Option(
            names = "--mechanism",
            converter = Breakable.class,
            paramLabel = "NAME",
            description = "Only this: dane, mta_sts (default: both).")
    private Optional<String> mechanism = Optional.empty();

    @Mixin
    private final DomainListOption behind = new DomainListOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    CausesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        long limit = figures.limit();
        Set<Mechanism> mechanisms = mechanisms();
        Optional<DomainList> list = behind.list();
        Store store = figures.openExisting();
        LocalDate crawl = figures.crawl(store);
        Providers providers = new Providers(PublicSuffixes.bundled());
        try (Causes causes = Causes.of(store, crawl, providers, mechanisms, figures.tld(), limit)) {
            Diagnosis found = causes.diagnosis();
            figures.demandDomains(crawl, found.frame());
            warnOf(crawl, found);
            (figures.isJson()
                            ? found.repairs().stream().map(CausesLines::json)
                            : CausesLines.of(crawl, found, session.terminal().style()).stream())
                    .forEach(session.terminal()::say);
            list.ifPresent(causes::list);
        }
        return ExitStatus.DONE;
    }

    private Set<Mechanism> mechanisms() {
        return mechanism
                .map(name -> Set.of(Breakable.of(name)))
                .orElse(Mechanism.breakable().collect(Collectors.toUnmodifiableSet()));
    }

    private void warnOf(LocalDate crawl, Diagnosis found) {
        if (!found.operatorsKnown()) {
            session.terminal()
                    .warn(("The verdicts on the crawl of %1$s do not tell who runs name servers, so no DNS operator is"
                                    + " told to sign zones; run `mxcensus judge --crawl %1$s`, which finds out where the"
                                    + " crawl has the name servers.")
                            .formatted(crawl));
        }
    }
}
