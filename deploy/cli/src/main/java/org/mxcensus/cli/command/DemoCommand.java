package org.mxcensus.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.mxcensus.cli.census.Headlines;
import org.mxcensus.cli.demo.Demo;
import org.mxcensus.cli.demo.DemoPlan;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.ServerOptions;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.dashboard.Dashboard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus demo`.
@Command(
        name = "demo",
        description =
                "Simulate a year on this machine, measure it, and show the dashboard. A world of domains, mail servers"
                        + " and policy hosts is crawled on the first of twelve months by real DNS, SMTP and HTTPS"
                        + " exchanges. Nothing leaves the machine. Started again in the same directory, it goes on, or"
                        + " shows what is there.",
        footerHeading = "%nExamples:%n",
        footer = {"  mxcensus demo", "  mxcensus demo --once --data /tmp/demo    end after the statistics"})
final class DemoCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the demo's dataset lies (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("demo-data");

    @Option(names = "--once", description = "End after the statistics, without a dashboard.")
    private boolean once;

    @Within(least = 1)
    @Option(
            names = "--domains",
            paramLabel = "NUMBER",
            description = "How many domains the world has (default: ${DEFAULT-VALUE}).")
    private int domains = 2_000;

    @Within(least = 1, most = DemoPlan.MOST_MONTHS)
    @Option(
            names = "--months",
            paramLabel = "NUMBER",
            description = "How many crawls there are, the last one this month (default: ${DEFAULT-VALUE}).")
    private int months = 12;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = session.terminal();
        Instant began = session.clock().instant();
        Demo demo = Demo.in(data, domains, months, session.clock());
        session.logInto(data);
        if (demo.run(terminal)) {
            terminal.say("%s in %s."
                    .formatted(
                            Figures.count(months, "simulated month", "simulated months"),
                            Figures.time(Duration.between(began, session.clock().instant()))));
        }
        Headlines.of(demo.store(), demo.last(), terminal.style()).forEach(terminal::say);
        if (!once) {
            show(demo);
        }
        return ExitStatus.DONE;
    }

    private void show(Demo demo) throws InterruptedException {
        try (Dashboard dashboard = Dashboard.start(demo.store(), server.dashboard())) {
            demo.whatToLookAt(dashboard.url()).forEach(session.terminal()::say);
            new CountDownLatch(1).await();
        }
    }
}
