package org.mxcensus.cli.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.mxcensus.cli.monitor.Monitor;
import org.mxcensus.cli.options.DataOption;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.MonitorOptions;
import org.mxcensus.cli.options.ServerOptions;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.dashboard.Dashboard;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mxcensus serve`.
@Command(
        name = "serve",
        description =
                "Show a dataset in a browser, and as a JSON API. The API is at /api/v1. New crawls appear by themselves.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus serve --data census --port 8080",
            "  mxcensus serve --data census --host 0.0.0.0 --publish aggregates"
        })
final class ServeCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final MonitorOptions monitor = new MonitorOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Store store = data.openToShow(session.clock());
        session.logInto(store.folder(), monitor.format());
        try (Monitor watching = monitor.begin(session.terminal());
                Dashboard dashboard = Dashboard.start(store, server.dashboard(), watching.requests())) {
            watching.watch(store, session.clock());
            session.terminal().say("%s shows %s. Ctrl-C ends it.".formatted(dashboard.url(), data.place()));
            new CountDownLatch(1).await();
        }
        return ExitStatus.DONE;
    }
}
