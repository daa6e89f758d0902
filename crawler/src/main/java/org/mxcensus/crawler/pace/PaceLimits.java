package org.mxcensus.crawler.pace;

import java.time.Duration;
import java.util.Locale;
import org.mxcensus.datasets.store.UserError;

/// How many connections at once, and how close upon each other.
///
/// @param perAddress connections open to one address at once
/// @param perNetwork connections open to one /24 or /48 at once
/// @param overall connections open in all
/// @param networkInterval least time between two starts in one network; zero for none
public record PaceLimits(int perAddress, int perNetwork, int overall, Duration networkInterval) {

    /// For a first crawl and for those who would rather wait a day than be noticed. Two connections at once in a
    /// network and two starts a second are less than a single sending host would make of itself. A thousand in all
    /// keeps a small machine, and the state table of the firewall before it, unaware.
    public static final PaceLimits GENTLE = new PaceLimits(1, 2, 1_000, Duration.ofMillis(500));

    /// For a crawl in a night. Four at once in a network is within what the limits that mail servers come with let
    /// through (Postfix: 50 at once for a client; Exchange Online and others throttle by rate). Ten starts a second
    /// and network spread what a large provider receives. Eight thousand in all: most wait for slow greetings, and
    /// each costs some 20 kB.
    public static final PaceLimits NORMAL = new PaceLimits(1, 4, 8_000, Duration.ofMillis(100));

    /// For a lab on loopback, whose hosts share few networks and whose operator is the one who asks. The one
    /// connection per address stays, so that a lab shows it kept.
    public static final PaceLimits LAB = new PaceLimits(1, 256, 2_000, Duration.ZERO);

    /// Policy hosts are web servers, often one content network for thousands of domains: one request each, small,
    /// at a time of its own. Eight at once to an address is less than one visit of a browser costs it.
    public static final PaceLimits POLICY_HOSTS = new PaceLimits(8, 16, 1_000, Duration.ZERO);

    public PaceLimits {
        if (perAddress < 1 || perNetwork < perAddress || overall < perNetwork || networkInterval.isNegative()) {
            throw new IllegalArgumentException("limits must grow from address to network to all: " + perAddress + ", "
                    + perNetwork + ", " + overall + ", every " + networkInterval);
        }
    }

    /// The share of one partition of a queue that is keyed by network. A network has one owner, who keeps its
    /// limits alone; what is divided is what spans networks.
    ///
    /// @param partitions how many shares there are
    /// @return the same limits for an address and a network, and the overall one divided, rounded down. A
    ///     share has one place at least: with more partitions than places, the shares make more than the
    ///     whole
    public PaceLimits overallDividedBy(int partitions) {
        int share = share(overall, partitions);
        return new PaceLimits(Math.min(perAddress, share), Math.min(perNetwork, share), share, networkInterval);
    }

    /// The share of one partition of a queue that is keyed by anything else: connections to one address may
    /// come from every partition.
    ///
    /// @param partitions how many shares there are
    /// @return all limits divided, rounded down, one at least; the interval times as long
    public PaceLimits dividedBy(int partitions) {
        return new PaceLimits(
                share(perAddress, partitions),
                share(perNetwork, partitions),
                share(overall, partitions),
                networkInterval.multipliedBy(partitions));
    }

    private static int share(int places, int partitions) {
        return Math.max(1, places / partitions);
    }

    /// @param profile `gentle`, `normal` or `lab`
    /// @throws UserError for any other name
    public static PaceLimits named(String profile) {
        return switch (profile.toLowerCase(Locale.ROOT)) {
            case "gentle" -> GENTLE;
            case "normal" -> NORMAL;
            case "lab" -> LAB;
            default -> throw new UserError("There is no pace \"" + profile + "\"; choose gentle, normal or lab.");
        };
    }

    /// As a manifest says it, and whoever is refused for another pace.
    @Override
    public String toString() {
        return "%d at once to an address, %d to a network, %d in all, starts in a network %d ms apart"
                .formatted(perAddress, perNetwork, overall, networkInterval.toMillis());
    }
}
