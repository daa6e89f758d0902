package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.smtp.RetryRule;
import picocli.CommandLine.Option;

/// Whom not to call at, and how fast to call at the others.
public final class MannerOptions {

    @Option(
            names = "--opt-out",
            paramLabel = "FILE",
            description = "Those who asked not to be measured: a domain, host, address or CIDR block a line.")
    private Optional<Path> optOut = Optional.empty();

    @Option(
            names = "--pace",
            paramLabel = "PROFILE",
            description = "gentle, normal or lab: how many connections at once, how close upon each other,"
                    + " and how long to wait (default: normal; lab with --allow-reserved).")
    private Optional<String> pace = Optional.empty();

    @Option(
            names = "--retry-after",
            paramLabel = "DURATION",
            description = "When to call a second time at those who said \"later\", such as 15m, or never"
                    + " (default: 15m; 200ms with --allow-reserved).")
    private Optional<String> retryAfter = Optional.empty();

    @Option(
            names = "--allow-reserved",
            description =
                    "Only for a lab: call at loopback and private addresses, and at no others. Without this they are refused.")
    private boolean allowReserved;

    public OptOut optOut() {
        return optOut.map(OptOut::load).orElse(OptOut.NOBODY);
    }

    public PaceLimits pace() {
        return pace.map(PaceLimits::named).orElse(allowReserved ? PaceLimits.LAB : PaceLimits.NORMAL);
    }

    /// Whether servers have only the time of a lab: at its pace. Who is asked at the pace of the internet has the time
    /// that the internet takes, in a lab too.
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
}
