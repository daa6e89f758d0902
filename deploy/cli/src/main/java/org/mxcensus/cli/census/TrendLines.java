package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.PanelPoint;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;

/// Trends of all domains and of the constant panel, as a person or a program reads them.
public final class TrendLines {
    private static final String LINE = "  %-10s%9s%13s%13s   %9s%13s%13s";

    private TrendLines() {}

    /// @param mechanisms a table for each
    /// @param points in their order
    public static List<String> of(List<Mechanism> mechanisms, List<PanelPoint> points, Style style) {
        List<String> lines = new ArrayList<>();
        for (Mechanism mechanism : mechanisms) {
            List<PanelPoint> own = points.stream()
                    .filter(point -> point.mechanism() == mechanism)
                    .toList();
            lines.add(style.bold("%s: of all domains, and of the %s that every crawl was to measure."
                    .formatted(
                            mechanism.title(),
                            Figures.count(own.getLast().panel().frame()))));
            lines.add(style.faint(LINE.formatted("", "all", "of", "unmeasured", "panel", "of", "unmeasured")));
            own.forEach(point -> lines.add(line(point)));
        }
        return lines;
    }

    private static String line(PanelPoint point) {
        Tally all = point.all();
        Tally panel = point.panel();
        return LINE.formatted(
                point.crawl(),
                Figures.share(all.numerator(), all.denominator()),
                Figures.count(all.denominator()),
                Figures.count(all.unmeasured()),
                Figures.share(panel.numerator(), panel.denominator()),
                Figures.count(panel.denominator()),
                Figures.count(panel.unmeasured()));
    }

    /// One object on one line.
    public static String json(PanelPoint point) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("crawl", point.crawl().toString());
        object.put("mechanism", point.mechanism().id());
        put(object.putObject("all"), point.all());
        put(object.putObject("panel"), point.panel());
        return object.toString();
    }

    private static void put(ObjectNode object, Tally tally) {
        object.put("numerator", tally.numerator());
        object.put("denominator", tally.denominator());
        object.put("unmeasured", tally.unmeasured());
        object.put("not_applicable", tally.notApplicable());
    }
}
