package org.mxcensus.cli.command;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.Form;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.MailOptions;
import org.mxcensus.cli.options.OperatorOption;
import org.mxcensus.cli.options.PolicyOptions;
import org.mxcensus.cli.options.ResolverOptions;
import org.mxcensus.cli.preflight.FindingLines;
import org.mxcensus.cli.preflight.ScannerSite;
import org.mxcensus.cli.session.Build;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.crawler.dns.Names;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.crawler.preflight.Operator;
import org.mxcensus.crawler.preflight.Preflight;
import org.mxcensus.crawler.preflight.PreflightConfig;
import org.mxcensus.crawler.preflight.Report;
import org.mxcensus.crawler.preflight.ReportFile;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `mxcensus preflight`.
@Command(
        name = "preflight",
        description =
                "See whether you may measure the internet from here. That takes a resolver that validates, a name and"
                        + " addresses that lead to each other, a probing.txt (RFC 9511) that says whom to write to, a way to"
                        + " mail servers, no entry in block lists. `crawl` and `worker` wait for it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus preflight --operator operator.properties --write-page site",
            "  mxcensus preflight --operator operator.properties --control-host mx.example",
            "  mxcensus preflight --ehlo scanner.example.org --block-list bl.example"
        })
final class PreflightCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final OperatorOption operators = new OperatorOption();

    @Option(
            names = "--write-page",
            paramLabel = "DIR",
            description = "Write a page about the measurement and its probing.txt into DIR, to be served at your name,"
                    + " and check nothing. Needs --operator.")
    private Optional<Path> site = Optional.empty();

    @Option(
            names = "--source-address",
            converter = Address.class,
            split = ",",
            paramLabel = "ADDRESS",
            description = "An address that others see you at; may be given several times (default: this machine's own"
                    + " on the way to the internet).")
    private List<String> addresses = new ArrayList<>();

    @Option(
            names = "--control-host",
            converter = Host.class,
            paramLabel = "HOST",
            description = "A mail server that is known to greet, to see that the way to port 25 is open.")
    private Optional<String> controlHost = Optional.empty();

    @Option(
            names = "--block-list",
            converter = BlockList.class,
            split = ",",
            paramLabel = "ZONE",
            description = "A DNS block list to ask for your addresses (RFC 5782); may be given several times.")
    private List<String> blockLists = new ArrayList<>();

    @Option(
            names = "--signed-name",
            converter = SignedName.class,
            paramLabel = "NAME",
            description = "A name whose DNSSEC signature is good (default: ${DEFAULT-VALUE}).")
    private String signedName = PreflightConfig.SIGNED_NAME;

    @Option(
            names = "--bogus-name",
            converter = BogusName.class,
            paramLabel = "NAME",
            description = "A name whose DNSSEC signature is bad (default: ${DEFAULT-VALUE}).")
    private String bogusName = PreflightConfig.BOGUS_NAME;

    @Option(
            names = "--allow-reserved",
            description = "Only for a lab: call at loopback and private addresses, and at no others.")
    private boolean lab;

    @Option(names = "--json", description = "Write the report as JSON.")
    private boolean json;

    @Mixin
    private final ResolverOptions resolver = new ResolverOptions();

    @Mixin
    private final MailOptions mail = new MailOptions();

    @Mixin
    private final PolicyOptions web = new PolicyOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PreflightCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        PreflightConfig config = config();
        return site.isPresent() ? publish(config, site.get()) : check(config);
    }

    private int publish(PreflightConfig config, Path directory) {
        Operator operator = config.operator()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "A page needs to know who measures; give a file with --operator."));
        ScannerSite.of(
                        operator,
                        config.name(),
                        config.addresses(),
                        session.clock().instant())
                .write(directory);
        session.terminal()
                .say("Wrote index.html and .well-known/probing.txt to %s; have them served at https://%s/."
                        .formatted(directory, config.name()));
        return ExitStatus.DONE;
    }

    private int check(PreflightConfig config) throws InterruptedException {
        Store store = data.open();
        Report report;
        try (Preflight preflight = Preflight.open(config, session.clock())) {
            report = preflight.run(Build.current().toString());
            preflight.warnings().forEach(session.terminal()::warn);
        }
        new ReportFile(store).write(report);
        if (json) {
            session.terminal().say(new String(ReportFile.json(report), StandardCharsets.UTF_8));
        } else {
            FindingLines.of(report, session.terminal().style()).forEach(session.terminal()::say);
        }
        return report.passed() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private PreflightConfig config() {
        Optional<Operator> operator = operators.operator();
        SmtpConfig smtp = mail.config(lab, lab, operator.flatMap(Operator::name));
        return new PreflightConfig(
                resolver.config(lab),
                smtp,
                web.config(lab, smtp.ehloName()),
                lab,
                addresses.isEmpty()
                        ? operator.map(Operator::addresses).orElse(List.of())
                        : addresses.stream().map(PreflightCommand::address).toList(),
                operator,
                controlHost,
                signedName,
                bogusName,
                blockLists);
    }

    private static InetAddress address(String text) {
        try {
            return Literal.address(text);
        } catch (IllegalArgumentException e) {
            throw new UserError("\"%s\" is no IP address; give one with --source-address.".formatted(text), e);
        }
    }

    private static void requireHost(String text) {
        if (!Literal.isAddress(text) && !(DomainNames.normalize(text) instanceof NameOutcome.Name)) {
            throw new UserError(
                    "\"%s\" is neither a name nor an address; name a mail server with --control-host.".formatted(text));
        }
    }

    private static void requireName(String option, String text) {
        if (!Names.isName(text) || text.isEmpty()) {
            throw new UserError("\"%s\" is no name of the DNS; give one in lower case with %s, such as %s."
                    .formatted(text, option, PreflightConfig.SIGNED_NAME));
        }
    }

    private static final class Address extends Form {
        private Address() {
            super(PreflightCommand::address);
        }
    }

    private static final class Host extends Form {
        private Host() {
            super(PreflightCommand::requireHost);
        }
    }

    private static final class BlockList extends Form {
        private BlockList() {
            super(text -> requireName("--block-list", text));
        }
    }

    private static final class SignedName extends Form {
        private SignedName() {
            super(text -> requireName("--signed-name", text));
        }
    }

    private static final class BogusName extends Form {
        private BogusName() {
            super(text -> requireName("--bogus-name", text));
        }
    }
}
