package org.mxcensus.cli.command;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.cli.check.CheckJson;
import org.mxcensus.cli.check.Checked;
import org.mxcensus.cli.check.Report;
import org.mxcensus.cli.options.Form;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.ProbeOptions;
import org.mxcensus.cli.options.TrustOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.crawler.crawl.DomainCheck;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.crawler.crawl.Probes;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mxcensus check`.
@Command(
        name = "check",
        description = "Look at one domain and say how mail to it is protected, with the evidence and what to change.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus check example.org",
            "  mxcensus check example.org --verbose",
            "  mxcensus check example.org --resolver 127.0.0.1 --json | jq .domain_verdicts"
        })
final class CheckCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "DOMAIN",
            converter = Domain.class,
            description = "The domain, as it stands behind the @ of an address.")
    private String domain = "";

    @Option(names = "--json", description = "Write the rows of every table for this domain, and the verdicts.")
    private boolean json;

    @Option(names = "--verbose", description = "Show everything that was seen, at whatever length.")
    private boolean verbose;

    @Mixin
    private final ProbeOptions probes = new ProbeOptions();

    @Mixin
    private final TrustOption trust = new TrustOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        String name = name(domain);
        TrustRoots roots = trust.roots();
        // One domain, everything.
        ProbeConfig config = probes.config().withHints(true);
        Checked checked = Checked.of(look(name, config), roots, config.suffixes());
        Terminal terminal = session.terminal();
        if (json) {
            terminal.say(CheckJson.of(checked));
        } else {
            List<String> lines = verbose ? Report.verbose(checked, terminal) : Report.brief(checked, terminal);
            lines.forEach(terminal::say);
        }
        return ExitStatus.DONE;
    }

    private DomainCheck.Rows look(String name, ProbeConfig config) throws InterruptedException {
        Clock clock = session.clock();
        try (Probes open = Probes.openForCheck(config, clock)) {
            open.check();
            open.warnings().forEach(session.terminal()::warn);
            return DomainCheck.look(name, open, config, clock);
        }
    }

    private static String name(String domain) {
        return switch (DomainNames.normalize(domain)) {
            case NameOutcome.Name(String name) -> name;
            case NameOutcome.Invalid invalid ->
                throw new UserError("\"%s\" is no domain name (%s); give one such as example.org."
                        .formatted(domain, invalid.reason()));
        };
    }

    private static final class Domain extends Form {
        private Domain() {
            super(CheckCommand::name);
        }
    }
}
