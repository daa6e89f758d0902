package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.analyzer.transition.Event;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Move;
import org.mxcensus.analyzer.transition.Transition;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;

/// What became of domains between two crawls, as a person or a program reads it.
public final class TransitionLines {
    // All that can become of a domain that both crawls name, so that each line adds up to those domains.
    private static final List<Event> TOLD = List.of(
            Event.ADOPTED,
            Event.DROPPED,
            Event.BROKE,
            Event.REPAIRED,
            Event.STAYED,
            Event.NOT_APPLICABLE,
            Event.UNMEASURED);
    private static final String LINE = "  %-23s%10s%10s%10s%10s%11s%11s%11s";

    private TransitionLines() {}

    /// @param mechanisms a line for each; at least one
    /// @param transitions of one top-level domain or of all
    /// @param moves the largest of them
    public static List<String> of(
            LocalDate before,
            LocalDate after,
            List<Mechanism> mechanisms,
            List<Transition> transitions,
            List<Move> moves,
            Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(
                "From %s to %s: %s".formatted(before, after, frame(ofMechanism(transitions, mechanisms.getFirst())))));
        lines.add(style.faint(line("", TransitionLines::heading)));
        mechanisms.forEach(mechanism -> {
            List<Transition> own = ofMechanism(transitions, mechanism);
            lines.add(line(mechanism.title(), event -> Figures.count(count(own, event))));
        });
        if (!moves.isEmpty()) {
            lines.add("  Moved to another provider:");
            moves.forEach(move -> lines.add("    %-32s -> %-32s %s"
                    .formatted(move.before(), move.after(), Figures.count(move.domains(), "domain", "domains"))));
        }
        return lines;
    }

    /// Which domains the frames name is the same whatever mechanism one looks at.
    private static String frame(List<Transition> transitions) {
        long both = TOLD.stream().mapToLong(event -> count(transitions, event)).sum();
        return "%s appeared, %s vanished, %s in both."
                .formatted(
                        Figures.count(count(transitions, Event.APPEARED), "domain", "domains"),
                        Figures.count(count(transitions, Event.VANISHED)),
                        Figures.count(both));
    }

    private static String line(String title, Function<Event, String> cell) {
        return LINE.formatted(
                Stream.concat(Stream.of(title), TOLD.stream().map(cell)).toArray());
    }

    private static String heading(Event event) {
        return event == Event.NOT_APPLICABLE ? "n/a" : event.name().toLowerCase(Locale.ROOT);
    }

    private static List<Transition> ofMechanism(List<Transition> transitions, Mechanism mechanism) {
        return transitions.stream().filter(one -> one.mechanism() == mechanism).toList();
    }

    private static long count(List<Transition> transitions, Event event) {
        return transitions.stream()
                .filter(one -> one.event() == event)
                .mapToLong(Transition::domains)
                .sum();
    }

    /// One object on one line.
    public static String json(Transition transition) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("mechanism", transition.mechanism().id());
        object.put("tld", transition.tld());
        object.put("before", transition.before().name());
        object.put("after", transition.after().name());
        object.put("event", transition.event().name());
        object.put("domains", transition.domains());
        return object.toString();
    }

    /// The same for domains that another provider receives mail for than before.
    public static String json(Move move) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("provider_before", move.before());
        object.put("provider_after", move.after());
        object.put("domains", move.domains());
        return object.toString();
    }
}
