package org.mxcensus.cli.options;

import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.dashboard.DashboardOptions;
import picocli.CommandLine.Option;

/// Where the dashboard listens, and what others see of it.
public final class ServerOptions {

    @Option(
            names = "--host",
            converter = OwnAddress.class,
            paramLabel = "ADDRESS",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Within(least = 0, most = Within.LAST_PORT)
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--publish",
            converter = Known.class,
            paramLabel = "TIER",
            description =
                    "What others may see: aggregates (statistics of groups that are not small; no domain and no MX"
                            + " host), domains (their verdicts too, without texts of strangers) or full (everything). Wanted where"
                            + " others can reach ADDRESS. Without it, the dashboard shows everything and answers this machine"
                            + " alone.")
    private Optional<String> publish = Optional.empty();

    /// What was said.
    public DashboardOptions dashboard() {
        return new DashboardOptions(host, port, publish.map(ServerOptions::tier));
    }

    private static Tier tier(String text) {
        return Choice.of("--publish", text, List.of(Tier.values()), Tier::id);
    }

    private static final class Known extends Form {
        private Known() {
            super(ServerOptions::tier);
        }
    }
}
