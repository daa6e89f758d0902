package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.crawler.crawl.CrawlStatus;

/// How far a crawl has come, for a person and for a program.
public final class StatusReport {
    private static final String ROW = "%-14s %12s %12s %10s %9s %9s %10s %11s %9s";

    private StatusReport() {}

    /// A table, a stage a line.
    public static List<String> lines(CrawlStatus status, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("Crawl of %s: %s of the frame%s"
                .formatted(
                        status.crawl(),
                        Figures.count(status.frameRows(), "domain", "domains"),
                        status.isComplete() ? ", complete" : ""));
        lines.add(style.faint(String.format(
                Locale.ROOT,
                ROW,
                "stage",
                "done",
                "waiting",
                "deferred",
                "a second",
                "left",
                "duplicates",
                "unmeasured",
                "complete")));
        status.stages().forEach(stage -> lines.add(line(stage, status.partitions())));
        return lines;
    }

    private static String line(CrawlStatus.Stage stage, int partitions) {
        return String.format(
                Locale.ROOT,
                ROW,
                stage.name(),
                Figures.count(stage.done()),
                stage.waiting().isPresent() ? Figures.count(stage.waiting().getAsLong()) : "?",
                Figures.count(stage.deferred()),
                Figures.count(Math.round(stage.perSecond())),
                stage.left().map(Figures::time).orElse("?"),
                Figures.share(stage.duplicates(), stage.messages()),
                Figures.share(stage.unmeasured(), stage.done()),
                stage.completePartitions() + "/" + partitions);
    }

    /// One object on one line. Shares are between 0 and 1, times in seconds; what cannot be told is null.
    public static String json(CrawlStatus status) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("crawl", status.crawl().toString());
        object.put("frame", status.frameRows());
        object.put("partitions", status.partitions());
        object.put("complete", status.isComplete());
        ArrayNode stages = object.putArray("stages");
        status.stages().forEach(stage -> stages.add(json(stage)));
        return object.toString();
    }

    private static ObjectNode json(CrawlStatus.Stage stage) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("stage", stage.name());
        object.put("messages", stage.messages());
        object.put("duplicates", stage.duplicates());
        object.put("opted_out", stage.optedOut());
        object.put("done", stage.done());
        object.put(
                "waiting", stage.waiting().isPresent() ? (Long) stage.waiting().getAsLong() : null);
        object.put("deferred", stage.deferred());
        object.put("reused", stage.reused());
        object.put("unmeasured", stage.unmeasured());
        object.put("per_second", stage.perSecond());
        object.put(
                "seconds_left",
                stage.left().map(left -> (Long) left.toSeconds()).orElse(null));
        object.put("duplicate_share", share(stage.duplicates(), stage.messages()));
        object.put("unmeasured_share", share(stage.unmeasured(), stage.done()));
        object.put("complete_partitions", stage.completePartitions());
        return object;
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (Double) ((double) part / whole);
    }
}
