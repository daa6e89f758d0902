package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Stream;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.cli.terminal.Style;

/// What happened on a day, as a person or a program reads it.
public final class EventLines {

    private EventLines() {}

    /// A line that says what happened, and one that says where to read of it.
    public static Stream<String> of(DatedEvent event, Style style) {
        return Stream.of(
                "%-10s  %-6s  %s".formatted(event.date(), kind(event), event.what()),
                style.faint(" ".repeat(20) + event.source()));
    }

    /// One object on one line.
    public static Stream<String> json(DatedEvent event) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("date", event.date());
        object.put("kind", kind(event));
        object.put("what", event.what());
        object.put("source", event.source());
        return Stream.of(object.toString());
    }

    private static String kind(DatedEvent event) {
        return event.kind().name().toLowerCase(Locale.ROOT);
    }
}
