package org.mxcensus.dashboard;

/// How the dashboard is reached.
///
/// @param host the address to listen on; loopback unless told, since what is shown names other people's faults
/// @param port 0 takes any free port
public record DashboardOptions(String host, int port) {
    public static final DashboardOptions DEFAULT = new DashboardOptions("127.0.0.1", 0);

    public DashboardOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
    }
}
