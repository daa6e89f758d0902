package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mxcensus.analyzer.remedy.DomainList;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Outlook;
import org.mxcensus.analyzer.remedy.Party;
import org.mxcensus.analyzer.remedy.Step;
import org.mxcensus.analyzer.remedy.WhatIf;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.cli.census.WhatIfLines;
import org.mxcensus.cli.options.Choice;
import org.mxcensus.cli.options.DomainListOption;
import org.mxcensus.cli.options.FigureOptions;
import org.mxcensus.cli.options.Form;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `mxcensus what-if`.
@Command(
        name = "what-if",
        description = "Tell how many more domains were protected if a provider or DNS operator did its part. A provider"
                + " may publish TLSA records, sign the names of its MX hosts, have the zones of its customers signed, so"
                + " that DANE becomes valid, or serve their policies, so that MTA-STS is enforced. Also how that adds up"
                + " over providers; as JSON, by top-level domain.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus what-if --data census --limit 10",
            "  mxcensus what-if --data census --lever tlsa --tld nl --json",
            "  mxcensus what-if --data census --by dns_operator --list behind.csv"
        })
final class WhatIfCommand implements Callable<Integer> {
    private static final List<Party.Kind> DOERS = List.of(Party.Kind.PROVIDER, Party.Kind.DNS_OPERATOR);

    private final Session session;

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Option(
            names = "--by",
            converter = Doer.class,
            paramLabel = "WHO",
            description = "Whose deeds: provider, dns_operator (default: ${DEFAULT-VALUE}).")
    private String by = Choice.word(Party.Kind.PROVIDER);

    @Option(
            names = "--lever",
            converter = AnyLever.class,
            paramLabel = "NAME",
            description = "What they do that come first and make the curve; providers: tlsa, signed_hosts,"
                    + " signed_domains, together, hosted_sts (default: together); DNS operators: signed_zones.")
    private Optional<String> lever = Optional.empty();

    @Mixin
    private final DomainListOption behind = new DomainListOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    WhatIfCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Party.Kind who = doer(by);
        Lever chosen = lever(who);
        long limit = figures.limit();
        Optional<DomainList> list = behind.list();
        Store store = figures.openExisting();
        LocalDate crawl = figures.crawl(store);
        try (WhatIf whatIf = WhatIf.of(store, crawl, who, figures.tld())) {
            Tally today = whatIf.today(chosen.goal());
            figures.demandDomains(crawl, today.frame());
            List<Outlook> outlooks = whatIf.outlooks(chosen, limit);
            List<Step> curve = whatIf.curve(chosen, limit);
            (figures.isJson()
                            ? Stream.concat(
                                    outlooks.stream().map(WhatIfLines::json),
                                    curve.stream().map(step -> WhatIfLines.json(chosen, step)))
                            : WhatIfLines.of(
                                    crawl,
                                    today,
                                    chosen,
                                    outlooks,
                                    curve,
                                    session.terminal().style())
                                    .stream())
                    .forEach(session.terminal()::say);
            list.ifPresent(file -> whatIf.list(chosen, limit, file));
        }
        return ExitStatus.DONE;
    }

    private static Party.Kind doer(String text) {
        return Choice.of("--by", text, DOERS, Choice::word);
    }

    private static Lever lever(String text, List<Lever> levers) {
        return Choice.of("--lever", text, levers, Lever::id);
    }

    private Lever lever(Party.Kind who) {
        List<Lever> levers = Lever.of(who);
        try {
            return lever.map(name -> lever(name, levers))
                    .orElseGet(() -> levers.contains(Lever.TOGETHER) ? Lever.TOGETHER : levers.getFirst());
        } catch (UserError e) { // one that others could pull
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static final class Doer extends Form {
        private Doer() {
            super(WhatIfCommand::doer);
        }
    }

    private static final class AnyLever extends Form {
        private AnyLever() {
            super(text -> lever(text, List.of(Lever.values())));
        }
    }
}
