package org.mxcensus.crawler.mtasts;

import java.time.Duration;

/// How long and how much to listen to a policy host.
///
/// @param userAgent tells the operator who asks (RFC 9110 §10.1.5)
/// @param port 443 for the world
/// @param maxAddresses how many of a host's addresses are tried, until one accepts a connection
/// @param connectTimeout for each TCP connection
/// @param overallTimeout for handshake and response
/// @param maxBodyBytes of the policy
public record PolicyConfig(
        String userAgent,
        int port,
        int maxAddresses,
        Duration connectTimeout,
        Duration overallTimeout,
        int maxBodyBytes) {

    public PolicyConfig {
        if (!userAgent.matches("[\\x20-\\x7E]+")) {
            throw new IllegalArgumentException("the user agent must be printable ASCII: " + userAgent);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }

    /// - four addresses: two of each family, as large hosts publish them; a client that met four silent ones
    ///   would have given up too
    /// - connect 10 s: the kernel sends a SYN after 0, 1, 3 and 7 s
    /// - 60 s and 64 KiB, as RFC 8461 §3.3 suggests
    public static PolicyConfig defaults(String userAgent) {
        return new PolicyConfig(userAgent, 443, 4, Duration.ofSeconds(10), Duration.ofSeconds(60), 64 * 1024);
    }

    /// For a lab on loopback: silent hosts must not hold up a demo.
    public static PolicyConfig lab(String userAgent, int port) {
        return new PolicyConfig(userAgent, port, 4, Duration.ofSeconds(2), Duration.ofSeconds(3), 64 * 1024);
    }
}
