package org.mxcensus.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.cli.broker.BrokerChild;
import org.mxcensus.cli.broker.BrokerProgram;
import org.mxcensus.cli.census.StopSignal;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.OwnAddress;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus broker`.
@Command(
        name = "broker",
        description =
                "Run a real Apache Kafka of one node, to try many workers on one machine. It has a process of its own.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus broker --data kafka-data --port 9092")
final class BrokerCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of its records, which outlive it (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("kafka-data");

    @Option(
            names = "--host",
            converter = OwnAddress.class,
            paramLabel = "ADDRESS",
            description = "The address to listen on, as workers reach it (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Within(least = 0, most = Within.LAST_PORT)
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port = 9092;

    @Within(least = 1, most = 3600)
    @Option(
            names = "--session-timeout",
            paramLabel = "SECONDS",
            description = "A worker that is silent for so long loses its partitions (default: 45).")
    private Optional<Integer> sessionSeconds = Optional.empty();

    @Mixin
    private final HelpOption help = new HelpOption();

    BrokerCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        BrokerProgram program = BrokerProgram.installed();
        String again =
                "The broker has ended; its records are kept. Start it again with: mxcensus broker --data %s --port %d"
                        .formatted(data, port);
        try (var stop = new StopSignal(session.terminal(), again);
                BrokerChild child = BrokerChild.start(program, data, host, port, sessionSeconds)) {
            return child.await();
        }
    }
}
