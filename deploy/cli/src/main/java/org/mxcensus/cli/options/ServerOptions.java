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
            paramLabel = "ADDRESS",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--publish",
            paramLabel = "TIER",
            description =
                    "What others may see: aggregates (statistics of groups that are not small; no domain and no MX"
                            + " host), domains (their verdicts too, without texts of strangers) or full (everything). Wanted where"
                            + " others can reach ADDRESS. Without it, the dashboard shows everything and answers this machine"
                            + " alone.")
    private Optional<String> publish = Optional.empty();

    /// What was said.
    ///
    /// @throws org.mxcensus.datasets.store.UserError where there is no such tier
    public DashboardOptions dashboard() {
        return new DashboardOptions(
                host, port, publish.map(id -> Choice.of("--publish", id, List.of(Tier.values()), Tier::id)));
    }
}
