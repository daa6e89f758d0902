package org.mxcensus.cli.options;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Option;

/// Which domains are looked at again.
public final class RecrawlKindOption {

    @Option(
            names = "--where",
            required = true,
            paramLabel = "KIND",
            description =
                    "Those at which the full crawl found: dane (secure TLSA records, whatever has become of them),"
                            + " mta-sts (an MTA-STS record) or broken (DANE or MTA-STS that does not work).")
    private String name = "";

    /// The one that was named.
    ///
    /// @throws UserError where there is no such kind
    public Recrawl.Kind kind() {
        return Recrawl.Kind.find(name)
                .orElseThrow(() -> new UserError("--where knows no %s; give one of %s."
                        .formatted(
                                name,
                                Stream.of(Recrawl.Kind.values())
                                        .map(Recrawl.Kind::id)
                                        .collect(Collectors.joining(", ")))));
    }
}
