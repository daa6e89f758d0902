package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.mxcensus.analyzer.remedy.Diagnosis;
import org.mxcensus.analyzer.remedy.Repair;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;

/// What is to be mended and by whom, as a person or a program reads it.
public final class CausesLines {
    private static final String LINE = "  %9s%12s%9s  %s";
    private static final String MORE = " ".repeat(34);

    private CausesLines() {}

    public static List<String> of(LocalDate crawl, Diagnosis found, Style style) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(found.today())
                .forEach((mechanism, today) -> lines.add(style.bold(today(crawl, mechanism, today))));
        if (found.repairs().isEmpty()) {
            lines.add("Nobody has anything to mend.");
            return lines;
        }
        lines.add("What heals most domains by one repair, and who can make it:");
        lines.add(style.faint(LINE.formatted("heals", "unmeasured", "of", "")));
        for (Repair repair : found.repairs()) {
            lines.add(LINE.formatted(
                    Figures.count(repair.healed()),
                    Figures.count(repair.unmeasured()),
                    Figures.count(repair.domains()),
                    style.bold(repair.party().title()) + ": " + repair.cause().sentence() + places(repair)));
            lines.add(MORE + repair.cause().fix() + " (" + repair.cause().section() + ")");
            lines.add(MORE + "Tell " + String.join(", ", repair.party().contacts()) + ".");
        }
        return lines;
    }

    private static String today(LocalDate crawl, Mechanism mechanism, Tally today) {
        return "By the crawl of %s %s for %s of %s; %s could not be told."
                .formatted(
                        crawl,
                        mechanism == Mechanism.DANE ? "DANE is valid" : "MTA-STS works",
                        Figures.count(today.numerator()),
                        Figures.count(today.denominator(), "domain", "domains"),
                        Figures.count(today.unmeasured()));
    }

    /// At which MX hosts; else at which domains.
    private static String places(Repair repair) {
        long more = (repair.hosts() == 0 ? repair.domains() : repair.hosts())
                - repair.examples().size();
        return " (" + String.join(", ", repair.examples())
                + (more == 0 ? "" : " and %s more".formatted(Figures.count(more))) + ").";
    }

    /// One object on one line.
    public static String json(Repair repair) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("party", repair.party().name());
        object.put("party_kind", repair.party().kind().name().toLowerCase(Locale.ROOT));
        repair.party().contacts().forEach(object.putArray("contacts")::add);
        object.put("mechanism", repair.mechanism().id());
        object.put("cause", repair.cause().name());
        object.put("sentence", repair.cause().sentence());
        object.put("fix", repair.cause().fix());
        object.put("section", repair.cause().section());
        object.put("hosts", repair.hosts());
        repair.examples().forEach(object.putArray("examples")::add);
        object.put("domains", repair.domains());
        object.put("healed", repair.healed());
        object.put("unmeasured", repair.unmeasured());
        return object.toString();
    }
}
