package org.mxcensus.cli.options;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.dns.ResolverConfig;
import picocli.CommandLine.Option;

/// Whom to ask, and whether to believe what they say of signatures.
public final class ResolverOptions {
    private static final Duration LAB_TIMEOUT = Duration.ofSeconds(3);

    @Option(
            names = "--resolver",
            split = ",",
            paramLabel = "HOST[:PORT]",
            converter = Endpoint.class,
            description =
                    "A recursive resolver to ask; may be given several times (default: those that this machine uses).")
    private List<InetSocketAddress> resolvers = new ArrayList<>();

    @Option(
            names = "--trust-ad",
            description = "Believe a resolver on another machine that an answer is signed (AD bit). Without this, only"
                    + " a resolver on loopback is believed, and all else is validated in this process.")
    private boolean trustAd;

    @Option(
            names = "--trust-anchor",
            paramLabel = "FILE",
            description = "DS or DNSKEY records to validate from, instead of the root's.")
    private Optional<Path> trustAnchor = Optional.empty();

    @Within(least = 1)
    @Option(
            names = "--dns-timeout",
            paramLabel = "SECONDS",
            description =
                    "The time that one question has, repetitions included (default: 15; 3 with --allow-reserved).")
    private Optional<Integer> timeout = Optional.empty();

    /// @param lab on loopback, where nothing is lost and waiting is short
    /// @throws org.mxcensus.datasets.store.UserError where no resolver is known
    public ResolverConfig config(boolean lab) {
        ResolverConfig base = resolvers.isEmpty() ? ResolverConfig.system() : ResolverConfig.of(resolvers);
        Duration patience = timeout.map(Duration::ofSeconds).orElse(lab ? LAB_TIMEOUT : ResolverConfig.DEFAULT_TIMEOUT);
        return new ResolverConfig(base.servers(), trustAd, trustAnchor, patience, base.attempts(), base.inFlight());
    }
}
