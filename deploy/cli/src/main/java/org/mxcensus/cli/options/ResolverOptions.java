package org.mxcensus.cli.options;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.dns.ResolverConfig;
import picocli.CommandLine.Option;

/// Whom to ask, and whether to believe what they say of signatures.
public final class ResolverOptions {

    @Option(
            names = "--resolver",
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

    /// @throws org.mxcensus.datasets.store.UserError where no resolver is known
    public ResolverConfig config() {
        ResolverConfig base = resolvers.isEmpty() ? ResolverConfig.system() : ResolverConfig.of(resolvers);
        return new ResolverConfig(
                base.servers(), trustAd, trustAnchor, base.timeout(), base.attempts(), base.inFlight());
    }
}
