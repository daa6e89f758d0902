package org.mxcensus.dashboard.page;

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

    private Headlines() {}

    /// Those of the metrics that the weighting has.
    static List<Metric> having(Weighting weighting, List<Metric> metrics) {
        return metrics.stream().filter(weighting::has).toList();
    }

    /// A headline for each metric that has figures in the group's newest crawl.
    static List<Headline> of(ScopeRow row, List<Metric> metrics) {
        return metrics.stream()
                .flatMap(metric -> Stream.ofNullable(row.now().get(metric)))
                .map(now -> headline(now, Optional.ofNullable(row.before().get(now.metric()))))
                .toList();
    }

    private static Headline headline(AdoptionPoint now, Optional<AdoptionPoint> before) {
        Tally tally = Tally.of(now);
        String change = before.map(Tally::of).map(tally::changeSince).orElse("");
        String since = before.map(point -> point.crawl().toString()).orElse("");
        return new Headline(now.metric().id(), now.metric().label(), tally, change, since);
    }
}
