package org.mxcensus.cli.options;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.mxcensus.cli.log.LogFormat;
import org.mxcensus.cli.monitor.Monitor;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Option;

/// What a long run tells whoever watches over it.
public final class MonitorOptions {

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Answer on this port with metrics for Prometheus (/metrics), and whether the program is alive"
                    + " and ready (/health/live, /health/ready); 0 for a free one. Without it, on none.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--metrics-host",
            paramLabel = "ADDRESS",
            description = "The address for --metrics-port (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "How the log is written: text, or json with an object a line, on standard error too (default:"
                    + " ${DEFAULT-VALUE}).")
    private String format = "text";

    /// How the log is written.
    ///
    /// @throws UserError where there is no such format
    public LogFormat format() {
        return Choice.of("--log-format", format, List.of(LogFormat.values()), Choice::word);
    }

    /// Begins to watch, and says where.
    ///
    /// @throws UserError where the port is none, or cannot be listened on
    public Monitor begin(Terminal terminal) {
        if (port.isEmpty()) {
            return Monitor.silent();
        }
        if (port.get() < 0 || port.get() > 65_535) {
            throw new UserError(
                    "--metrics-port is %d; give a port up to 65535, or 0 for a free one.".formatted(port.get()));
        }
        InetSocketAddress address = new InetSocketAddress(host, port.get());
        if (address.isUnresolved()) {
            throw new UserError("--metrics-host knows no address %s; give one of this machine's.".formatted(host));
        }
        Monitor monitor = Monitor.at(address);
        monitor.port().ifPresent(open -> terminal.say("Metrics at http://%s:%d/metrics.".formatted(host, open)));
        return monitor;
    }
}
