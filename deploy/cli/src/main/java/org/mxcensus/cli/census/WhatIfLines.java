package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Outlook;
import org.mxcensus.analyzer.remedy.Party;
import org.mxcensus.analyzer.remedy.Step;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;

/// What providers or DNS operators could do, as a person or a program reads it.
public final class WhatIfLines {
    private static final String NAME = "  %-32s%10s%9s";
    private static final String GAIN = "%11s";
    private static final String UNMEASURED = "%12s";
    private static final String STEP = "  %7s  %-32s%9s%12s%12s%12s";

    private WhatIfLines() {}

    /// @param today of what the lever leads to
    /// @param lever by which parties are ordered; of it is told who is there already and who is unmeasured
    /// @param outlooks by party, in their order
    /// @param curve of the lever
    public static List<String> of(
            LocalDate crawl, Tally today, Lever lever, List<Outlook> outlooks, List<Step> curve, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("By the crawl of %s %s for %s of %s; %s could not be told, %s take no mail."
                .formatted(
                        crawl,
                        lever.goal().clause(),
                        Figures.count(today.numerator()),
                        Figures.count(today.denominator(), "domain", "domains"),
                        Figures.count(today.unmeasured()),
                        Figures.count(today.notApplicable()))));
        lines.add("How many more it would be, by who %s:"
                .formatted(lever.who() == Party.Kind.PROVIDER ? "receives the mail" : "runs the name servers"));
        List<Lever> levers = Lever.of(lever.who());
        lines.add(style.faint(
                line(words(lever.who()), "domains", "already", levers.stream().map(Lever::title), "unmeasured")));
        byParty(outlooks).forEach((party, sums) -> lines.add(line(party, sums, lever)));
        levers.stream()
                .map(one -> style.faint("  %-10s %s".formatted(one.title() + ":", one.sentence())))
                .forEach(lines::add);
        lines.add("One after the other (%s):".formatted(lever.title()));
        lines.add(style.faint(STEP.formatted("", words(lever.who()), "share", "domains", "of", "unmeasured")));
        curve.stream().map(WhatIfLines::line).forEach(lines::add);
        return lines;
    }

    private static String words(Party.Kind kind) {
        return kind == Party.Kind.PROVIDER ? "provider" : "DNS operator";
    }

    private static Map<String, Map<Lever, Sum>> byParty(List<Outlook> outlooks) {
        Map<String, Map<Lever, Sum>> sums = new LinkedHashMap<>();
        for (Outlook one : outlooks) {
            sums.computeIfAbsent(one.party().name(), _ -> new EnumMap<>(Lever.class))
                    .merge(one.lever(), Sum.of(one), Sum::plus);
        }
        return sums;
    }

    /// An outlook over all top-level domains.
    private record Sum(long domains, long already, long gained, long unmeasured) {
        static Sum of(Outlook one) {
            return new Sum(
                    one.after().frame(),
                    one.already(),
                    one.gained(),
                    one.after().unmeasured());
        }

        Sum plus(Sum other) {
            return new Sum(
                    domains + other.domains,
                    already + other.already,
                    gained + other.gained,
                    unmeasured + other.unmeasured);
        }
    }

    private static String line(String party, Map<Lever, Sum> levers, Lever lever) {
        Sum chosen = levers.getOrDefault(lever, new Sum(0, 0, 0, 0));
        return line(
                party,
                Figures.count(chosen.domains()),
                Figures.count(chosen.already()),
                levers.values().stream().map(sum -> "+" + Figures.count(sum.gained())),
                Figures.count(chosen.unmeasured()));
    }

    private static String line(String name, String domains, String already, Stream<String> gains, String unmeasured) {
        return NAME.formatted(name, domains, already)
                + gains.map(GAIN::formatted).collect(Collectors.joining())
                + UNMEASURED.formatted(unmeasured);
    }

    private static String line(Step step) {
        return STEP.formatted(
                Figures.count(step.place()),
                step.party().name(),
                Figures.share(step.tally().numerator(), step.tally().denominator()),
                Figures.count(step.tally().numerator()),
                Figures.count(step.tally().denominator()),
                Figures.count(step.tally().unmeasured()));
    }

    /// One object on one line.
    public static String json(Outlook outlook) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        put(object, outlook.party());
        object.put("tld", outlook.tld());
        object.put("lever", outlook.lever().id());
        object.put("already", outlook.already());
        object.put("gained", outlook.gained());
        put(object, outlook.after());
        return object.toString();
    }

    /// A point of the curve.
    public static String json(Lever lever, Step step) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("curve", lever.id());
        object.put("place", step.place());
        put(object, step.party());
        put(object, step.tally());
        return object.toString();
    }

    private static void put(ObjectNode object, Party party) {
        object.put(party.kind().name().toLowerCase(Locale.ROOT), party.name());
    }

    private static void put(ObjectNode object, Tally tally) {
        object.put("numerator", tally.numerator());
        object.put("denominator", tally.denominator());
        object.put("unmeasured", tally.unmeasured());
        object.put("not_applicable", tally.notApplicable());
    }
}
