package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.OptOutFile;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.pace.RoutingTable;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.smtp.RetryRule;
import picocli.CommandLine.Option;

/// Whom not to call at, and how fast to call at the others.
public final class MannerOptions {

    @Option(
            names = "--opt-out",
            paramLabel = "FILE",
            description = "Those who asked not to be measured: a domain, host, address, CIDR block or AS number a line."
                    + " Read again when it changes.")
    private Optional<Path> optOut = Optional.empty();

    @Option(
            names = "--routes",
            paramLabel = "FILE",
            description = "A routing table, for AS numbers on the opt-out list and in table mx_hosts: lines such as"
                    + " 192.0.2.0/24 64500, CAIDA's prefix-to-AS file or that of iptoasn.com, plain or gzip.")
    private Optional<Path> routes = Optional.empty();

    @Option(
            names = "--pace",
            converter = Pace.class,
            paramLabel = "PROFILE",
            description = "gentle, normal or lab: how many connections at once, how close upon each other,"
                    + " and how long to wait (default: normal; lab with --allow-reserved).")
    private Optional<String> pace = Optional.empty();

    @Option(
            names = "--retry-after",
            converter = RetryAfter.class,
            paramLabel = "DURATION",
            description = "When to call a second time at those who said \"later\", such as 15m, or never"
                    + " (default: 15m; 200ms with --allow-reserved).")
    private Optional<String> retryAfter = Optional.empty();

    @Option(
            names = "--allow-reserved",
            description =
                    "Only for a lab: call at loopback and private addresses, and at no others. Without this they are refused.")
    private boolean allowReserved;

    public RoutingTable routes() {
        return routes.map(RoutingTable::load).orElse(RoutingTable.NONE);
    }

    /// @param table which addresses the AS numbers on the list stand for
    public OptOutSource optOut(RoutingTable table) {
        return optOut.<OptOutSource>map(file -> OptOutFile.open(file, table, Ticker.SYSTEM))
                .orElse(OptOut.NOBODY);
    }

    public PaceLimits pace() {
        return pace.map(PaceLimits::named).orElse(allowReserved ? PaceLimits.LAB : PaceLimits.NORMAL);
    }

    /// Whether servers have only the time of a lab: at its pace. Who is asked at the pace of the internet has the
    /// time that the internet takes, in a lab too.
    public boolean isHasty() {
        return pace().equals(PaceLimits.LAB);
    }

    public RetryRule retries() {
        return retryAfter.map(MannerOptions::retryRule).orElse(allowReserved ? RetryRule.LAB : RetryRule.USUAL);
    }

    private static RetryRule retryRule(String text) {
        return text.equals("never")
                ? RetryRule.NEVER
                : new RetryRule(Optional.of(Durations.read("--retry-after", text)));
    }

    public boolean allowReserved() {
        return allowReserved;
    }

    private static final class RetryAfter extends Form {
        private RetryAfter() {
            super(MannerOptions::retryRule);
        }
    }
}
