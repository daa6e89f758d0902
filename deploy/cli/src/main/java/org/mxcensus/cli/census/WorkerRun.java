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
import org.mxcensus.cli.Session;
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
public record WorkerRun(Session session, Store store, WorkerConfig config) {

    /// Works until the crawl is complete.
    ///
    /// @return whether this worker is the one to go on with what follows the crawl
    /// @throws InterruptedException where the process is being stopped
    public boolean run() throws InterruptedException {
        Terminal terminal = session.terminal();
        Clock clock = session.clock();
        Instant began = clock.instant();
        try (Worker worker = Worker.open(store, config, clock)) {
            boolean goesOn;
            try (StopSignal _ = new StopSignal(
                            terminal,
                            "Stopped; what this worker had in hand is left to the others. Start it again at will.");
                    Progress progress = Progress.of(
                            terminal,
                            () -> WorkerLine.of(worker.progress(), Duration.between(began, clock.instant())))) {
                goesOn = worker.run();
                progress.show();
            }
            terminal.say("The stages are complete after %s; this worker's share of them:"
                    .formatted(Figures.time(Duration.between(began, clock.instant()))));
            Summary.ofShare(worker.progress(), terminal.style()).forEach(terminal::say);
            return goesOn;
        }
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
