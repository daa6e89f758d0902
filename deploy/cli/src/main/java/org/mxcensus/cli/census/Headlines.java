package org.mxcensus.cli.census;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Interval;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.datasets.store.Store;

/// The figures of a crawl's whole frame, a line each, never without the unmeasured.
public final class Headlines {
    /// So wide is the longest title.
    private static final int LABEL = Stream.of(Metric.values())
                    .filter(Metric::headline)
                    .mapToInt(metric -> metric.title().length())
                    .max()
                    .orElse(0)
            + 2;

    private Headlines() {}

    /// @param crawl one whose verdicts have been counted
    public static List<String> of(Store store, LocalDate crawl, Style style) {
        List<String> lines = new ArrayList<>();
        new Manifests(store)
                .find(crawl)
                .flatMap(Recrawl::of)
                .map(recrawl -> "These figures are about the domains %s in the crawl of %s alone:"
                        .formatted(recrawl.kind().phrase(), recrawl.full()))
                .ifPresent(lines::add);
        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            lines.add(style.bold("%%-%ds %%9s  %%18s  %%s"
                    .formatted(LABEL)
                    .formatted("Of the domains, " + crawl, "share", "", "could not tell")));
            boolean sampled =
                    trends.crawls().stream().anyMatch(summary -> summary.crawl().equals(crawl) && summary.sampled());
            trends.points(new Scope.All(), Weighting.DOMAINS).stream()
                    .filter(point -> point.crawl().equals(crawl))
                    .filter(point -> point.metric().headline())
                    .map(point -> line(point) + (sampled ? interval(point) : ""))
                    .forEach(lines::add);
        }
        return lines;
    }

    /// Where the frame is a sample, the share of all lies within it.
    private static String interval(AdoptionPoint point) {
        return Interval.wilson(point.numerator(), point.denominator())
                .map(within -> String.format(
                        Locale.ROOT,
                        "  (of all, with 95 %% confidence, %.1f to %.1f %%)",
                        100 * within.low(),
                        100 * within.high()))
                .orElse("");
    }

    private static String line(AdoptionPoint point) {
        return String.format(
                Locale.ROOT,
                "%-" + LABEL + "s %9s  %18s  %s",
                "  " + point.metric().title(),
                Figures.share(point.numerator(), point.denominator()),
                Figures.count(point.numerator()) + " of " + Figures.count(point.denominator()),
                Figures.count(point.unmeasured()));
    }
}
