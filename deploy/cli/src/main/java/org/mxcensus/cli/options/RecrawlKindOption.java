package org.mxcensus.cli.options;

import java.util.List;
import org.mxcensus.datasets.store.Recrawl;
import picocli.CommandLine.Option;

/// Which domains are looked at again.
public final class RecrawlKindOption {

    @Option(
            names = "--where",
            converter = Known.class,
            required = true,
            paramLabel = "KIND",
            description =
                    "Those at which the full crawl found: dane (secure TLSA records, whatever has become of them),"
                            + " mta-sts (an MTA-STS record) or broken (DANE or MTA-STS that does not work).")
    private String name = "";

    /// The one that was named.
    public Recrawl.Kind kind() {
        return of(name);
    }

    private static Recrawl.Kind of(String text) {
        return Choice.of("--where", text, List.of(Recrawl.Kind.values()), Recrawl.Kind::id);
    }

    private static final class Known extends Form {
        private Known() {
            super(RecrawlKindOption::of);
        }
    }
}
