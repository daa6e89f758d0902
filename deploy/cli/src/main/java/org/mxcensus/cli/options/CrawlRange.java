package org.mxcensus.cli.options;

import java.time.LocalDate;
import java.util.List;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// From which crawl to which something is told.
public final class CrawlRange {

    @Option(names = "--since", paramLabel = "DATE", description = "No crawl before this day (default: from the first).")
    private LocalDate since = LocalDate.MIN;

    @Option(names = "--until", paramLabel = "DATE", description = "No crawl after this day (default: to the newest).")
    private LocalDate until = LocalDate.MAX;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /// The finished crawls in the range, oldest first; at least two.
    ///
    /// @param what takes them, as a sentence begins with it
    /// @throws UserError where there are fewer
    public List<LocalDate> of(Store store, String what) {
        Days days = Days.of(command, since, until);
        List<LocalDate> crawls =
                new Manifests(store).crawls().stream().filter(days::contain).toList();
        if (crawls.size() < 2) {
            throw new UserError(
                    "%s takes two finished crawls, and %s has %d of them from --since to --until; finish more, or take in more of them."
                            .formatted(what, store, crawls.size()));
        }
        return crawls;
    }
}
