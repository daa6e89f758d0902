package org.mxcensus.cli.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.crawler.crawl.CrawlProgress;
import org.mxcensus.crawler.crawl.StageProgress;

/// What a crawl saw, by stage and outcome.
final class Summary {

    private Summary() {}

    static List<String> of(CrawlProgress progress, Style style) {
        List<String> lines = new ArrayList<>();
        progress.stages().forEach(stage -> lines.addAll(stage(stage, style)));
        return lines;
    }

    /// What one of several workers saw.
    static List<String> ofShare(CrawlProgress progress, Style style) {
        return progress.stages().stream()
                .filter(stage -> stage.done() > 0)
                .flatMap(stage -> stage(stage, style).stream())
                .toList();
    }

    private static List<String> stage(StageProgress stage, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("%-28s %12s".formatted(stage.name(), Figures.count(stage.done()))));
        stage.outcomes().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(outcome -> row(outcome.getKey(), outcome.getValue(), stage.done(), style))
                .forEach(lines::add);
        long leftAlone = stage.leftAloneSoFar();
        if (leftAlone > 0) {
            lines.add(row("opted out, left alone", leftAlone, stage.taken(), style) + style.faint("  unmeasured"));
        }
        return lines;
    }

    private static String row(String name, long count, long whole, Style style) {
        return String.format(
                Locale.ROOT,
                "  %-26s %12s  %s",
                name,
                Figures.count(count),
                style.faint("%8s".formatted(Figures.share(count, whole))));
    }
}
