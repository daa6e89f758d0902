package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mxcensus.analyzer.concentration.Concentration;
import org.mxcensus.analyzer.concentration.Holder;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;

/// With how few providers the mail lies, as a person or a program reads it.
public final class ConcentrationLines {
    private static final String LINE = "  %7s  %-36s%12s%9s%12s";

    private ConcentrationLines() {}

    public static List<String> of(LocalDate crawl, Concentration all, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("Mail by the crawl of %s: %s at %s; %s could not be told, %s take no mail."
                .formatted(
                        crawl,
                        Figures.count(all.domains(), "domain", "domains"),
                        Figures.count(all.providers(), "provider", "providers"),
                        Figures.count(all.unmeasured()),
                        Figures.count(all.notApplicable()))));
        all.gini()
                .ifPresent(gini -> lines.add("Half of them lie with the largest %s. Gini coefficient %s."
                        .formatted(Figures.count(all.half()), String.format(Locale.ROOT, "%.3f", gini))));
        lines.add(style.faint(LINE.formatted("", "provider", "domains", "share", "up to here")));
        all.holders().stream().map(holder -> line(all, holder)).forEach(lines::add);
        return lines;
    }

    private static String line(Concentration all, Holder holder) {
        return LINE.formatted(
                Figures.count(holder.place()),
                holder.provider(),
                Figures.count(holder.domains()),
                Figures.share(holder.domains(), all.domains()),
                Figures.share(holder.cumulated(), all.domains()));
    }

    /// The whole, then a point of the curve a line, each one object.
    public static Stream<String> json(LocalDate crawl, Concentration all) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("crawl", crawl.toString());
        whole.put("providers", all.providers());
        whole.put("domains", all.domains());
        whole.put("unmeasured", all.unmeasured());
        whole.put("not_applicable", all.notApplicable());
        whole.put("half", all.half());
        all.gini().ifPresentOrElse(gini -> whole.put("gini", gini), () -> whole.putNull("gini"));
        return Stream.concat(Stream.of(whole.toString()), all.holders().stream().map(ConcentrationLines::json));
    }

    private static String json(Holder holder) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("place", holder.place());
        object.put("provider", holder.provider());
        object.put("domains", holder.domains());
        object.put("cumulated", holder.cumulated());
        return object.toString();
    }
}
