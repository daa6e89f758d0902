package org.mxcensus.cli.census;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.cli.monitor.Monitor;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Progress;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.crawler.crawl.Worker;
import org.mxcensus.crawler.crawl.WorkerConfig;
import org.mxcensus.datasets.store.Store;

/// A worker with somebody watching.
///
/// @param session who watches
/// @param store which all workers of the crawl share
/// @param config what it is to do
/// @param roots what certificates must lead to, should this worker be the one to conclude the crawl
/// @param monitor who watches over it from afar
public record WorkerRun(Session session, Store store, WorkerConfig config, TrustRoots roots, Monitor monitor) {

    /// Works until the crawl is complete and concluded.
    ///
    /// @throws InterruptedException where the process is being stopped
    public void run() throws InterruptedException {
        Terminal terminal = session.terminal();
        Clock clock = session.clock();
        Instant began = clock.instant();
        try (Worker worker = Worker.open(store, config, clock);
                Monitor.Watching _ = monitor.watch(worker)) {
            worker.warnings().forEach(terminal::warn);
            try (StopSignal _ = new StopSignal(
                            terminal,
                            "Stopped; what this worker had in hand is left to the others. Start it again at will.");
                    Progress progress = Progress.of(
                            terminal,
                            () -> WorkerLine.of(worker.progress(), Duration.between(began, clock.instant())))) {
                worker.run(conclusion(progress));
                progress.show();
            }
            terminal.say("Complete after %s; this worker's share:"
                    .formatted(Figures.time(Duration.between(began, clock.instant()))));
            Summary.ofShare(worker.progress(), terminal.style()).forEach(terminal::say);
        }
    }

    private Worker.Conclusion conclusion(Progress progress) {
        AfterCrawl after = new AfterCrawl(store, session.clock());
        return new Worker.Conclusion() {
            @Override
            public boolean isDone(Instant complete) {
                return after.isDone(config.date(), complete);
            }

            @Override
            public void conclude() {
                progress.say("All stages are complete; finishing, judging and counting.");
                after.run(config.date(), roots);
                Headlines.of(store, config.date(), session.terminal().style()).forEach(progress::say);
            }
        };
    }

    /// A directory for the log of this process alone: several workers share the data directory.
    public static Path logDirectory(Path data) {
        try {
            return Files.createDirectories(data.resolve("logs")
                    .resolve("worker-%s-%d"
                            .formatted(host(), ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
