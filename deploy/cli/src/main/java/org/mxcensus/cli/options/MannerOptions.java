package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.PaceLimits;
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
            description = "gentle, normal or lab: how many connections at once, and how close upon each other"
                    + " (default: normal; lab with --allow-reserved).")
    private Optional<String> pace = Optional.empty();

    @Option(
            names = "--allow-reserved",
            description = "Call at loopback and private addresses too. Only for a lab: without this they are refused.")
    private boolean allowReserved;

    public OptOut optOut() {
        return optOut.map(OptOut::load).orElse(OptOut.NOBODY);
    }

    public PaceLimits pace() {
        return pace.map(PaceLimits::named).orElse(allowReserved ? PaceLimits.LAB : PaceLimits.NORMAL);
    }

    public boolean allowReserved() {
        return allowReserved;
    }
}
