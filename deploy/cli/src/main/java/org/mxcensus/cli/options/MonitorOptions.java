package org.mxcensus.cli.options;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.mxcensus.cli.log.LogFormat;
import org.mxcensus.cli.monitor.Monitor;
import org.mxcensus.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/// What a long run tells whoever watches over it.
public final class MonitorOptions {

    @Within(least = 0, most = Within.LAST_PORT)
    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Answer on this port with metrics for Prometheus (/metrics), and whether the program is alive"
                    + " and ready (/health/live, /health/ready); 0 for a free one. Without it, on none.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--metrics-host",
            converter = OwnAddress.class,
            paramLabel = "ADDRESS",
            description = "The address for --metrics-port (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--log-format",
            converter = Format.class,
            paramLabel = "FORMAT",
            description = "How the log is written: text, or json with an object a line, on standard error too (default:"
                    + " ${DEFAULT-VALUE}).")
    private String format = "text";

    /// How the log is written.
    public LogFormat format() {
        return format(format);
    }

    private static LogFormat format(String text) {
        return Choice.of("--log-format", text, List.of(LogFormat.values()), Choice::word);
    }

    /// Begins to watch, and says where.
    ///
    /// @throws org.mxcensus.datasets.store.UserError where the port cannot be listened on
    public Monitor begin(Terminal terminal) {
        if (port.isEmpty()) {
            return Monitor.silent();
        }
        InetSocketAddress address = new InetSocketAddress(host, port.get());
        Monitor monitor = Monitor.at(address);
        monitor.port().ifPresent(open -> terminal.say("Metrics at http://%s:%d/metrics.".formatted(host, open)));
        return monitor;
    }

    private static final class Format extends Form {
        private Format() {
            super(MonitorOptions::format);
        }
    }
}
