package org.mxcensus.cli.options;

import java.util.List;
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
        return Choice.of("--where", name, List.of(Recrawl.Kind.values()), Recrawl.Kind::id);
    }
}
