package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Figure;
import org.mxcensus.analyzer.reconcile.Part;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;

/// The figures of a crawl by each definition, as a person or a program reads them.
public final class FigureLines {
    private static final String LINE = "  %-22s%9s%13s%13s%13s%13s";

    private FigureLines() {}

    /// @param figures of all definitions, in their order
    /// @param servers that of the paper by MX hosts
    public static List<String> of(LocalDate crawl, Map<Definition, Figure> figures, Figure servers, Style style) {
        List<String> lines = new ArrayList<>();
        long frame = figures.values().stream().mapToLong(Figure::frame).max().orElse(0);
        lines.add(style.bold("%s: %s, by the definitions of others and by ours."
                .formatted(crawl, Figures.count(frame, "domain", "domains"))));
        lines.add(style.faint(LINE.formatted("", "share", "numerator", "of", "unmeasured", "not counted")));
        figures.forEach((definition, figure) -> {
            lines.add(line(definition.id(), figure));
            if (definition == Definition.USENIX_2020) {
                lines.add(line("  of MX hosts", servers));
            }
        });
        figures.keySet()
                .forEach(definition ->
                        lines.add(style.faint("  %s: %s".formatted(definition.id(), definition.sentence()))));
        return lines;
    }

    private static String line(String title, Figure figure) {
        return LINE.formatted(
                title,
                Figures.share(figure.numerator(), figure.denominator()),
                Figures.count(figure.numerator()),
                Figures.count(figure.denominator()),
                Figures.count(figure.unmeasured()),
                Figures.count(figure.notCounted()));
    }

    /// An object for each definition, with what it says and where it comes from.
    public static List<String> json(LocalDate crawl, Map<Definition, Figure> figures, Figure servers) {
        List<String> lines = new ArrayList<>();
        figures.forEach((definition, figure) -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("crawl", crawl.toString());
            object.put("definition", definition.id());
            object.put("title", definition.title());
            object.put("sentence", definition.sentence());
            object.put("source", definition.source());
            object.put("limits", definition.limits());
            ObjectNode rules = object.putObject("rules");
            definition.rules().inOrder().forEach(rule -> rules.put(rule.subject(), rule.id()));
            put(object, figure);
            if (definition == Definition.USENIX_2020) {
                put(object.putObject("mx_hosts"), servers);
            }
            lines.add(object.toString());
        });
        return lines;
    }

    static void put(ObjectNode object, Figure figure) {
        for (Part part : Part.values()) {
            object.put(part.id(), figure.of(part));
        }
    }
}
