package org.mxcensus.crawler.pace;

import java.time.Duration;
import java.util.Locale;
import org.mxcensus.datasets.store.UserError;

/// How many connections at once, how close upon each other, and what comes of it when a server finds that too many.
///
/// @param address what one address is spared
/// @param network what one /24 or /48 is spared
/// @param domain what all servers below one registered domain are spared together: one operator, most often,
///     wherever his networks are
/// @param overall connections open in all
/// @param backOff how these shrink for those who ask for that
public record PaceLimits(Limit address, Limit network, Limit domain, int overall, BackOff backOff) {

    /// For a first crawl and for those who would rather wait a day than be noticed.
    ///
    /// - An address: one at once, a start a second. A mail server's log shows us once a second at most, and a limit
    ///   of 60 a minute, which is low, is kept.
    /// - A network: two at once, two starts a second: less than a single sending host would make of itself.
    /// - A registered domain: 16 at once, 20 starts a second, which no operator of ten networks notices.
    /// - In all: a thousand keep a small machine, and the state table of the firewall before it, unaware.
    public static final PaceLimits GENTLE =
            new PaceLimits(Limit.of(1, 1_000), Limit.of(2, 500), Limit.of(16, 50), 1_000, BackOff.USUAL);

    /// For a crawl in a night.
    ///
    /// - An address: one at once, four starts a second. Servers limit clients by the connections at once (Postfix:
    ///   50) or by the minute (Exchange, Exim's `smtp_ratelimit`, many filters: some hundreds): 240 a minute is the
    ///   most that an address with many names sees of us.
    /// - A network: four at once, ten starts a second spread what a hosting company receives.
    /// - A registered domain: 64 at once, a hundred starts a second. Only providers with dozens of networks and
    ///   hundreds of thousands of names ever come near it, and those receive thousands a second.
    /// - In all: eight thousand. Most wait for slow greetings, and each costs some 35 kB.
    public static final PaceLimits NORMAL =
            new PaceLimits(Limit.of(1, 250), Limit.of(4, 100), Limit.of(64, 10), 8_000, BackOff.USUAL);

    /// For a lab on loopback, whose hosts share few networks and whose operator is the one who asks. The one
    /// connection per address stays, so that a lab shows it kept; 256 in a network are what a /24 has addresses
    /// for. A lab's servers say "later" as long as they are asked, so nobody waits for them.
    public static final PaceLimits LAB =
            new PaceLimits(Limit.of(1, 0), Limit.of(256, 0), Limit.of(2_000, 0), 2_000, BackOff.NONE);

    /// Policy hosts are web servers, often one content network for thousands of domains: one request each, small,
    /// at a time of its own. Eight at once to an address is less than one visit of a browser costs it. Each
    /// registered domain is asked once anyway.
    public static final PaceLimits POLICY_HOSTS =
            new PaceLimits(Limit.of(8, 0), Limit.of(16, 0), Limit.of(1_000, 0), 1_000, BackOff.NONE);

    public PaceLimits {
        if (network.atOnce() < address.atOnce() || overall < network.atOnce() || overall < domain.atOnce()) {
            throw new IllegalArgumentException("limits must grow from address to network to all: %s; %s; %s; %d"
                    .formatted(address, network, domain, overall));
        }
    }

    /// Limits that know of no registered domain and no back-off, and space the starts in a network only.
    public PaceLimits(int perAddress, int perNetwork, int overall, Duration networkInterval) {
        this(
                new Limit(perAddress, Duration.ZERO),
                new Limit(perNetwork, networkInterval),
                new Limit(overall, Duration.ZERO),
                overall,
                BackOff.NONE);
    }

    /// The share of one partition of a queue that is keyed by network. A network has one owner, who keeps its
    /// limits alone; what is divided is what spans networks: a registered domain, and the whole.
    ///
    /// @param partitions how many shares there are
    /// @return the same limits for an address and a network, the others divided, rounded down. A share has one
    ///     place at least: with more partitions than places, the shares make more than the whole
    public PaceLimits spanningDividedBy(int partitions) {
        int share = share(overall, partitions);
        return new PaceLimits(
                address.within(share),
                network.within(share),
                domain.dividedBy(partitions).within(share),
                share,
                backOff);
    }

    /// The share of one partition of a queue that is keyed by anything else: connections to one address may
    /// come from every partition.
    ///
    /// @param partitions how many shares there are
    /// @return all limits divided, rounded down, one at least; the intervals times as long
    public PaceLimits dividedBy(int partitions) {
        return new PaceLimits(
                address.dividedBy(partitions),
                network.dividedBy(partitions),
                domain.dividedBy(partitions),
                share(overall, partitions),
                backOff);
    }

    private static int share(int places, int partitions) {
        return Math.max(1, places / partitions);
    }

    /// What a network is allowed whose hosts are all of one registered domain: the narrower of the two limits.
    public Limit networkOfOneDomain() {
        Duration apart = network.apart().compareTo(domain.apart()) > 0 ? network.apart() : domain.apart();
        return new Limit(Math.min(network.atOnce(), domain.atOnce()), apart);
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
        return "an address: %s; a network: %s; a registered domain: %s; %d in all; %s"
                .formatted(address, network, domain, overall, backOff);
    }
}
