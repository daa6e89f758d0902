package org.mxcensus.cli.options;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which figures of a finished crawl are told, how many, and how.
public final class FigureOptions {

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Option(names = "--tld", paramLabel = "TLD", description = "Only domains below this top-level domain.")
    private Optional<String> tld = Optional.empty();

    @Within(least = 1)
    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "Tell of so many at most (default: ${DEFAULT-VALUE}).")
    private long limit = 20;

    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;

    /// See [CrawlOptions#openExisting].
    public Store openExisting() {
        return crawl.openExisting();
    }

    /// The crawl that was named, else the newest that is finished.
    ///
    /// @throws UserError where there is no such crawl
    public LocalDate crawl(Store store) {
        return crawl.orAllFinished(store).getLast();
    }

    /// The top-level domain in lower case; empty for all.
    public Optional<String> tld() {
        return tld.map(name -> name.toLowerCase(Locale.ROOT));
    }

    /// How many are told of at most.
    public long limit() {
        return limit;
    }

    public boolean isJson() {
        return json;
    }

    /// Says that the crawl has nothing below the top-level domain, where that is so and one was named.
    ///
    /// @param frame how many domains it has
    /// @throws UserError where it has none
    public void demandDomains(LocalDate date, long frame) {
        if (frame == 0 && tld.isPresent()) {
            throw new UserError("The crawl of %s names no domain below \"%s\"; give another --tld, or none for all."
                    .formatted(date, tld.get()));
        }
    }
}
