package org.mxcensus.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.world.Fixtures;
import org.mxcensus.lab.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus lab`.
@Command(
        name = "lab",
        description =
                "Serve an internet in a box: signed DNS, mail servers and policy hosts of a world file, on loopback.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus lab --list                    what a world file can say",
            "  mxcensus lab --world world.jsonl       run that world until Ctrl-C",
            "  mxcensus lab                           a world with every behaviour once"
        })
final class LabCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "A world file, JSON Lines (default: a world with every behaviour once).")
    private Optional<Path> world = Optional.empty();

    @Option(names = "--list", description = "Say what a world file can name, and exit.")
    private boolean list;

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description = "Where to write what clients need: CA, trust anchor, the list of domains"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path files = Path.of("lab");

    @Within(least = 0, most = Within.LAST_PORT)
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port of the resolver at 127.0.0.1 (default: a free one).")
    private int dnsPort;

    @Within(least = 0, most = Within.LAST_PORT)
    @Option(
            names = "--smtp-port",
            paramLabel = "PORT",
            description = "The port of the mail servers (default: a free one).")
    private int smtpPort;

    @Within(least = 0, most = Within.LAST_PORT)
    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description = "The port of the policy hosts (default: a free one).")
    private int httpsPort;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Keys and certificates follow from it (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private final HelpOption help = new HelpOption();

    LabCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (list) {
            session.terminal().say(Fixtures.list().stripTrailing());
            return ExitStatus.DONE;
        }
        World served = world.map(World::read).orElseGet(World::everyFixture);
        try (Lab lab = start(served)) {
            LabFiles written = LabFiles.write(lab, files);
            describe(lab, written);
            new CountDownLatch(1).await();
        }
        return ExitStatus.DONE;
    }

    private Lab start(World served) {
        LabOptions options = LabOptions.defaults()
                .withSeed(seed)
                .withValidAt(session.clock().instant())
                .withPorts(dnsPort, smtpPort, httpsPort);
        try {
            return Lab.start(served, options);
        } catch (UncheckedIOException e) {
            throw new UserError(
                    "The lab cannot be started (%s); choose other ports with --port, --smtp-port and --https-port."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private void describe(Lab lab, LabFiles written) {
        Terminal terminal = session.terminal();
        String flags = written.flags(lab);
        terminal.say("%s, %s, resolver at 127.0.0.1:%d. Ctrl-C ends it."
                .formatted(
                        Figures.count(lab.world().domains().size(), "domain", "domains"),
                        Figures.count(lab.world().hosts().size(), "mail host", "mail hosts"),
                        lab.resolver().getPort()));
        terminal.say("In another terminal:");
        terminal.say("  mxcensus check %s %s"
                .formatted(lab.world().domains().getFirst().name(), flags));
        terminal.say("  mxcensus crawl %s --data data %s".formatted(written.domains(), flags));
    }
}
