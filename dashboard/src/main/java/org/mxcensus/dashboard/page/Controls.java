package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// What several pages let their readers choose.
final class Controls {
    private Controls() {}

    static Control crawl(Context context, Subjects subjects) {
        return date(context, subjects, Parameters.CRAWL, Texts.of("control.crawl"), Texts.of("control.newest"));
    }

    /// One of the crawls, the newest first.
    ///
    /// @param none what is taken where none is named
    static Control date(Context context, Subjects subjects, Parameter<?> parameter, String label, String none) {
        List<String> crawls =
                subjects.crawls().reversed().stream().map(LocalDate::toString).toList();
        return Control.choice(
                context,
                parameter,
                label,
                Stream.concat(Stream.of(""), crawls.stream()).toList(),
                crawl -> crawl.isEmpty() ? none : Numbers.date(LocalDate.parse(crawl)));
    }

    static Control tld(Context context) {
        return Control.text(context, Parameters.TLD, Texts.of("control.tld"));
    }

    /// One of the metrics that a weighting has.
    static Control metric(Context context, Metric chosen, Weighting weighting) {
        return Control.choice(
                context,
                Parameters.METRIC.otherwise(chosen.id()),
                Texts.of("control.one-metric"),
                weighting.metrics().stream().map(Metric::id).toList(),
                Words::metric);
    }

    static Control weighting(Context context) {
        return Control.choice(
                context,
                Parameters.WEIGHTING,
                Texts.of("control.weighting"),
                id -> Texts.of("control.weighting." + id));
    }

    /// The values of a parameter, and none of them.
    static List<String> orAll(Parameter<?> parameter) {
        return Stream.concat(Stream.of(""), parameter.values().stream()).toList();
    }
}
