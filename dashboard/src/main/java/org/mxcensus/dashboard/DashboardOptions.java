package org.mxcensus.dashboard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.datasets.store.UserError;

/// How the dashboard is reached, and what those see who reach it.
///
/// @param host the address to listen on; loopback unless told, since what is shown names other people's faults
/// @param port 0 takes any free port
/// @param publish what others may see; empty where nobody has said, and then only this machine sees anything
public record DashboardOptions(String host, int port, Optional<Tier> publish) {
    public static final DashboardOptions DEFAULT = new DashboardOptions("127.0.0.1", 0);

    public DashboardOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /// For this machine alone.
    public DashboardOptions(String host, int port) {
        this(host, port, Optional.empty());
    }

    /// What is shown: everything where it is for this machine alone.
    ///
    /// @throws UserError where others can reach it and nobody has said what they may see
    Tier tier() {
        return publish.orElseGet(() -> {
            if (isOwn(host)) {
                return Tier.FULL;
            }
            throw new UserError("At %s others can reach the dashboard; say what they may see: %s."
                    .formatted(
                            host,
                            Stream.of(Tier.values())
                                    .map(tier -> "--publish %s (%s)".formatted(tier.id(), tier.phrase()))
                                    .collect(Collectors.joining(", "))));
        });
    }

    private static boolean isOwn(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true; // To listen there fails with a sentence of its own.
        }
    }
}
