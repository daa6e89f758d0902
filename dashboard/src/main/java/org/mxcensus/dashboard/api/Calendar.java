package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;

/// What there are figures of: crawls, metrics, and the events that figures may show.
///
/// @param census where they are told
record Calendar(Census census) {
    static final Parameter<Integer> LIMIT = Parameters.limit(1000);
    static final Parameter<Integer> CRAWLS = Parameters.limit();

    /// A crawl in a line.
    record CrawlLine(
            LocalDate crawl,
            String created,
            String program,
            String version,
            boolean simulated,
            boolean sampled,
            List<String> sources) {

        static CrawlLine of(CrawlSummary crawl) {
            return new CrawlLine(
                    crawl.crawl(),
                    crawl.created().toString(),
                    crawl.program().name(),
                    crawl.program().version(),
                    crawl.simulated(),
                    crawl.sampled(),
                    crawl.sources().stream().map(source -> source.name()).toList());
        }
    }

    /// An event.
    record Marked(String date, String kind, String what, String source) {
        static Marked of(DatedEvent event) {
            return new Marked(event.date(), Parameters.id(event.kind()), event.what(), event.source());
        }
    }

    /// The crawls that have statistics, oldest first; an empty list while there is none.
    Answer crawls(Context context) {
        List<CrawlSummary> crawls = census.trends().map(Trends::crawls).orElse(List.of());
        return Answer.page(context, CRAWLS, Map.of(), "crawls", crawls, CrawlLine::of);
    }

    Answer metrics(Context context) {
        List<MetricNote> metrics =
                Stream.of(Metric.values()).map(MetricNote::of).toList();
        return new Answer(Map.of("metrics", metrics), metrics);
    }

    Answer events(Context context) {
        Optional<DatedEvent.Kind> kind = Parameters.KIND.of(context);
        return Answer.page(
                context,
                LIMIT,
                Map.of(),
                "events",
                census.analyses().events().stream()
                        .filter(event -> Parameters.between(context, event.day()))
                        .filter(event -> kind.isEmpty() || kind.orElseThrow() == event.kind())
                        .map(Marked::of)
                        .toList());
    }
}
