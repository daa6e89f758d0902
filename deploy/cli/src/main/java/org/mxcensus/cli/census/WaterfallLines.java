package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Figure;
import org.mxcensus.analyzer.reconcile.Part;
import org.mxcensus.analyzer.reconcile.Step;
import org.mxcensus.analyzer.reconcile.Waterfall;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;

/// The way from one definition to another, as a person or a program reads it.
public final class WaterfallLines {
    private static final String LINE = "  %-22s%13s%13s%13s%13s%9s";

    private WaterfallLines() {}

    /// Figure, then for each rule that differs who comes in, who goes out and what is left.
    public static List<String> of(LocalDate crawl, Waterfall waterfall, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("%s: from %s to %s, a rule at a time."
                .formatted(crawl, waterfall.from().id(), waterfall.to().id())));
        lines.add(style.faint(
                line("", part -> part == Part.DENOMINATOR ? "of" : part.id().replace('_', ' '), "share")));
        lines.add(line(waterfall.from().id(), waterfall.start()));
        for (Step step : waterfall.steps()) {
            lines.add(style.faint("  %s: %s, instead of %s"
                    .formatted(
                            step.to().subject().replace('_', ' '),
                            step.to().phrase(),
                            step.from().phrase())));
            lines.add(line("    in", part -> "+" + Figures.count(step.in(part)), ""));
            lines.add(line("    out", part -> "-" + Figures.count(step.out(part)), ""));
            lines.add(line("    left", step.after()));
        }
        lines.add(line(waterfall.to().id(), waterfall.end()));
        Stream.of(waterfall.from(), waterfall.to()).distinct().forEach(definition -> lines.addAll(about(definition)));
        return lines;
    }

    private static List<String> about(Definition definition) {
        return List.of(
                "  %s: %s".formatted(definition.id(), definition.sentence()),
                "    Source: " + definition.source(),
                "    Not the same: " + definition.limits());
    }

    private static String line(String title, Figure figure) {
        return line(
                title, part -> Figures.count(figure.of(part)), Figures.share(figure.numerator(), figure.denominator()));
    }

    private static String line(String title, Function<Part, String> cell, String share) {
        Stream<String> parts = Stream.of(Part.values()).map(cell);
        return LINE.formatted(Stream.of(Stream.of(title), parts, Stream.of(share))
                        .flatMap(Function.identity())
                        .toArray())
                .stripTrailing();
    }

    /// An object for the first figure, for each step and for the last figure.
    public static List<String> json(LocalDate crawl, Waterfall waterfall) {
        List<String> lines = new ArrayList<>();
        lines.add(json(crawl, waterfall.from(), waterfall.start()));
        waterfall.steps().forEach(step -> lines.add(json(step)));
        lines.add(json(crawl, waterfall.to(), waterfall.end()));
        return lines;
    }

    private static String json(LocalDate crawl, Definition definition, Figure figure) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("crawl", crawl.toString());
        object.put("definition", definition.id());
        FigureLines.put(object, figure);
        return object.toString();
    }

    private static String json(Step step) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("subject", step.to().subject());
        object.put("from", step.from().id());
        object.put("to", step.to().id());
        for (Part part : Part.values()) {
            object.putObject(part.id()).put("in", step.in(part)).put("out", step.out(part));
        }
        FigureLines.put(object.putObject("after"), step.after());
        ArrayNode shifts = object.putArray("shifts");
        step.shifts()
                .forEach(shift -> shifts.addObject()
                        .put("before", shift.before().name())
                        .put("after", shift.after().name())
                        .put("domains", shift.domains()));
        return object.toString();
    }
}
