package org.mxcensus.dashboard.query;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.census.Census;

/// The crawls and the TLD that a request is about, once it is known that there are such.
///
/// @param census what there is
public record Subjects(Census census) {

    /// Two crawls, of which the second is the later.
    public record Pair(LocalDate before, LocalDate after) {}

    /// Parameter [Parameters#CRAWL].
    ///
    /// @throws NotFoundResponse where no such crawl has statistics
    public LocalDate crawl(Context context) {
        return Parameters.CRAWL.of(context).map(this::existing).orElseGet(() -> crawls().getLast());
    }

    /// Parameters [Parameters#BEFORE] and [Parameters#AFTER].
    ///
    /// @return empty where none is named before and there is none: [#alone] says so
    /// @throws NotFoundResponse where no such crawl has statistics
    public Optional<Pair> pair(Context context) {
        LocalDate after = after(context);
        return Parameters.BEFORE
                .of(context)
                .map(this::existing)
                .or(() -> before(after))
                .map(before -> inOrder(before, after));
    }

    /// Parameter [Parameters#AFTER].
    ///
    /// @throws NotFoundResponse where no such crawl has statistics
    public LocalDate after(Context context) {
        return Parameters.AFTER.of(context).map(this::existing).orElseGet(() -> crawls().getLast());
    }

    /// Why there is nothing to compare, one sentence.
    public String alone(Context context) {
        return "Before the crawl of %s there is none that it could be compared with.".formatted(after(context));
    }

    private static Pair inOrder(LocalDate before, LocalDate after) {
        if (!before.isBefore(after)) {
            throw new BadRequestResponse("The crawl of %s is not before that of %s; name the earlier one as before."
                    .formatted(before, after));
        }
        return new Pair(before, after);
    }

    /// Parameter [Parameters#TLD].
    ///
    /// @throws NotFoundResponse where the newest crawl has no domain below it
    public Optional<String> tld(Context context) {
        Optional<String> tld = Parameters.TLD.of(context);
        tld.filter(name -> census.statistics()
                        .newest(new Scope.Tld(name), Weighting.DOMAINS)
                        .isEmpty())
                .ifPresent(name -> {
                    throw new NotFoundResponse("No crawl has a domain below the top-level domain .%s.".formatted(name));
                });
        return tld;
    }

    /// The crawls that have statistics, oldest first.
    public List<LocalDate> crawls() {
        return census.statistics().crawls().stream().map(CrawlSummary::crawl).toList();
    }

    private LocalDate existing(LocalDate crawl) {
        if (!crawls().contains(crawl)) {
            throw new NotFoundResponse(
                    "There are no statistics of a crawl of %s; /api/v1/crawls has those that there are."
                            .formatted(crawl));
        }
        return crawl;
    }

    /// The crawl before another; empty where there is none.
    public Optional<LocalDate> before(LocalDate crawl) {
        return crawls().stream().filter(one -> one.isBefore(crawl)).reduce((_, later) -> later);
    }
}
