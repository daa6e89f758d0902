package org.mxcensus.crawler.dns;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.store.UserError;

/// Whom to ask, and how patiently.
///
/// @param servers recursive resolvers, each an address and a port; questions go round them
/// @param trustAd believe the AD bit of any resolver. Where not, it is believed of resolvers on loopback only,
///     for anyone on the way can set it (RFC 4035 §4.9.3)
/// @param trustAnchor DS or DNSKEY records in zone file format that replace the root's. Giving them
///     asks for validation in this process, of resolvers on loopback too
/// @param timeout the time that one question has, all repetitions and TCP included
/// @param attempts how often a question is sent within that time at most, at growing intervals that are told
///     from how long answers take
/// @param inFlight how many questions may be unanswered at a time; less may be on their way, where the network or
///     a resolver cannot take as many
public record ResolverConfig(
        List<InetSocketAddress> servers,
        boolean trustAd,
        Optional<Path> trustAnchor,
        Duration timeout,
        int attempts,
        int inFlight) {

    /// A resolver may spend over ten seconds on servers that are silent before it says SERVFAIL.
    /// Its verdict is worth waiting for: it tells a broken domain from a lost datagram.
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

    /// Where one datagram in ten is lost, one question in a million is.
    public static final int DEFAULT_ATTEMPTS = 6;

    /// Nearly as many as one thread of Unbound works on (num-queries-per-thread, 2048 as Debian builds it). Most of
    /// them wait for domains whose servers are silent, ten seconds and more each.
    public static final int DEFAULT_IN_FLIGHT = 2000;

    /// Message ids are 16 bits; at most a quarter of them is in use at a time, so that a free one is found at
    /// once and a guess stays hard (RFC 5452 §4.3).
    public static final int MOST_IN_FLIGHT = 16_384;

    public ResolverConfig {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new UserError("No resolver is known; give one with --resolver HOST:PORT.");
        }
        for (InetSocketAddress server : servers) {
            if (server.isUnresolved()) {
                throw new UserError("The resolver " + server.getHostString()
                        + " is not an IP address; give its address with --resolver ADDRESS:PORT.");
            }
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new UserError("The time for a DNS question must be above zero, not " + timeout + ".");
        }
        if (attempts < 1 || attempts > 10) {
            throw new UserError("A DNS question is sent 1 to 10 times, not " + attempts + ".");
        }
        if (inFlight < 1 || inFlight > MOST_IN_FLIGHT) {
            throw new UserError(
                    "Between 1 and " + MOST_IN_FLIGHT + " DNS questions may be in flight, not " + inFlight + ".");
        }
    }

    /// These resolvers, and the defaults.
    public static ResolverConfig of(List<InetSocketAddress> servers) {
        return new ResolverConfig(
                servers, false, Optional.empty(), DEFAULT_TIMEOUT, DEFAULT_ATTEMPTS, DEFAULT_IN_FLIGHT);
    }

    /// The resolvers that this machine uses, and the defaults.
    public static ResolverConfig system() {
        return of(org.xbill.DNS.ResolverConfig.getCurrentConfig().servers());
    }

    /// Whether the AD bit is taken as it comes. One resolver that cannot be believed makes all answers be
    /// validated here: a question may go to any of them.
    boolean believesAd() {
        return trustAd
                || trustAnchor.isEmpty()
                        && servers.stream().allMatch(s -> s.getAddress().isLoopbackAddress());
    }
}
