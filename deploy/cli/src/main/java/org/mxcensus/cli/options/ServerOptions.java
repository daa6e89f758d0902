package org.mxcensus.cli.options;

import org.mxcensus.dashboard.DashboardOptions;
import picocli.CommandLine.Option;

/// Where the dashboard listens.
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

    public DashboardOptions dashboard() {
        return new DashboardOptions(host, port);
    }
}
