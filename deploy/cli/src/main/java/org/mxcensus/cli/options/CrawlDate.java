package org.mxcensus.cli.options;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Option;

/// Which crawl.
public final class CrawlDate {

    @Option(
            names = "--crawl",
            paramLabel = "DATE",
            description = "The date that names the crawl, such as 2026-08-01 (default: the newest; today where a"
                    + " crawl begins; with `judge` all of them).")
    private Optional<LocalDate> date = Optional.empty();

    public boolean isGiven() {
        return date.isPresent();
    }

    /// The date given.
    public Optional<LocalDate> given() {
        return date;
    }

    /// The date given, else today (UTC).
    public LocalDate orToday(Clock clock) {
        return date.orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /// The date given, else that of the newest crawl, finished or not.
    ///
    /// @throws UserError where there is no crawl
    public LocalDate orNewest(Store store) {
        List<LocalDate> begun = begun(store);
        if (begun.isEmpty()) {
            throw new UserError(
                    "There is no crawl in %s; begin one with `mxcensus crawl` or `mxcensus enqueue`, or name another dataset with --data."
                            .formatted(store));
        }
        if (date.isPresent() && !begun.contains(date.get())) {
            throw new UserError(
                    "There is no crawl of %s in %s, only of %s; name one of these with --crawl, or another dataset with --data."
                            .formatted(date.get(), store, String.join(", ", names(begun))));
        }
        return date.or(() -> begun.stream().max(LocalDate::compareTo)).orElseThrow();
    }

    /// The date given, else those of all finished crawls, oldest first.
    ///
    /// @throws UserError where there is no such crawl
    public List<LocalDate> orAllFinished(Store store) {
        List<LocalDate> finished = finished(store);
        if (date.isPresent() && !finished.contains(date.get())) {
            throw new UserError(
                    "There is no finished crawl of %s in %s, only of %s; name one of these with --crawl, or finish it with `mxcensus finish`."
                            .formatted(date.get(), store, String.join(", ", names(finished))));
        }
        return date.map(List::of).orElse(finished);
    }

    /// All finished crawls, oldest first; at least one.
    ///
    /// @throws UserError where there is none
    public static List<LocalDate> finished(Store store) {
        List<LocalDate> finished = new Manifests(store).crawls();
        if (finished.isEmpty()) {
            throw new UserError(
                    "There is no finished crawl in %s; finish one with `mxcensus finish`, or name another dataset with --data."
                            .formatted(store));
        }
        return finished;
    }

    /// Those that have work, and those that have a manifest: whoever was given a release has no work.
    private static List<LocalDate> begun(Store store) {
        return Stream.concat(
                        store.list("work").stream()
                                .filter(name -> name.startsWith("work/crawl="))
                                .map(name -> name.substring(
                                        "work/crawl=".length(), "work/crawl=".length() + "2026-08-01".length()))
                                .map(LocalDate::parse),
                        new Manifests(store).crawls().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> names(List<LocalDate> dates) {
        return dates.stream().map(LocalDate::toString).toList();
    }
}
