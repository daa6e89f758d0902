package org.mxcensus.dashboard.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Weighting;

/// Makes the numbers at the top of a page.
final class Headlines {
    /// The mechanisms, the numbers at the top of a page.
    static final List<Metric> MECHANISMS =
            List.of(Metric.DNSSEC, Metric.STARTTLS, Metric.DANE, Metric.MTA_STS, Metric.TLSRPT);

    private static final long NEAR_DAYS = 45;

    private Headlines() {}

    /// Those of the metrics that the weighting has.
    static List<Metric> having(Weighting weighting, List<Metric> metrics) {
        return metrics.stream().filter(weighting::has).toList();
    }

    /// A headline for each metric that has figures in the group's newest crawl.
    ///
    /// @param points of the group over all crawls
    static List<Headline> of(ScopeRow row, List<Metric> metrics, List<AdoptionPoint> points) {
        return metrics.stream()
                .flatMap(metric -> Stream.ofNullable(row.now().get(metric)))
                .map(now -> headline(now, Optional.ofNullable(row.before().get(now.metric())), yearAgo(now, points)))
                .toList();
    }

    private static Headline headline(
            AdoptionPoint now, Optional<AdoptionPoint> before, Optional<AdoptionPoint> yearAgo) {
        Tally tally = Tally.of(now);
        List<Headline.Change> changes = Stream.of(before, yearAgo)
                .flatMap(Optional::stream)
                .distinct()
                .map(point -> new Headline.Change(tally.changeSince(Tally.of(point)), Numbers.date(point.crawl())))
                .filter(change -> !change.points().isEmpty())
                .toList();
        return new Headline(now.metric().id(), Words.label(now.metric()), tally, changes);
    }

    /// The same figure of the crawl that is nearest to a year ago, if one is near enough to call it that.
    private static Optional<AdoptionPoint> yearAgo(AdoptionPoint now, List<AdoptionPoint> points) {
        LocalDate then = now.crawl().minusYears(1);
        return points.stream()
                .filter(point -> point.metric() == now.metric() && distance(point, then) <= NEAR_DAYS)
                .min(Comparator.comparingLong(point -> distance(point, then)));
    }

    private static long distance(AdoptionPoint point, LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(point.crawl(), day));
    }
}
