package org.mxcensus.analyzer.event;

import java.io.Reader;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.mxcensus.analyzer.yaml.YamlEntry;
import org.mxcensus.datasets.store.UserError;

/// Events as they are written in YAML.
final class EventsText {
    private static final Set<String> KEYS = Set.of("date", "kind", "what", "source");

    private EventsText() {}

    /// Reads a list.
    ///
    /// @param file names the list in what is said of its faults
    /// @return in the order of their days
    /// @throws UserError at the first fault, with its line or its entry
    static List<DatedEvent> parse(String file, Reader yaml) {
        List<DatedEvent> events = new ArrayList<>();
        for (YamlEntry entry : YamlEntry.read(file, yaml).entries("events")) {
            DatedEvent event = event(entry);
            if (events.contains(event)) {
                throw new UserError("%s stands there twice; remove one.".formatted(entry.place()));
            }
            events.add(event);
        }
        return events.stream().sorted(Comparator.comparing(DatedEvent::day)).toList();
    }

    private static DatedEvent event(YamlEntry entry) {
        entry.only(KEYS);
        DatedEvent.Kind kind = entry.choice("kind", DatedEvent.Kind.class);
        return new DatedEvent(
                date(entry.word("date"), entry.place()),
                kind,
                sentence(entry.word("what"), entry.place()),
                source(entry.word("source"), kind, entry.place()));
    }

    private static String date(String written, String place) {
        try {
            return written.matches("\\d{4}-\\d{2}")
                    ? YearMonth.parse(written).toString()
                    : LocalDate.parse(written).toString();
        } catch (DateTimeParseException e) {
            throw new UserError(
                    "%s has the date %s; write a day as 2018-10-11, or a month as 2018-10.".formatted(place, written),
                    e);
        }
    }

    private static String sentence(String written, String place) {
        if (!written.endsWith(".") || written.contains("\n")) {
            throw new UserError(
                    "%s does not say in one sentence what happened; write one, with its full stop.".formatted(place));
        }
        return written;
    }

    /// What others did can be read elsewhere; what we changed may stand in a file of ours.
    private static String source(String written, DatedEvent.Kind kind, String place) {
        if (kind == DatedEvent.Kind.WORLD && !isAddress(written)) {
            throw new UserError(
                    "%s has the source %s; give the address of a page, which begins with https:// or http://."
                            .formatted(place, written));
        }
        return written;
    }

    private static boolean isAddress(String written) {
        try {
            URI address = URI.create(written);
            return address.getHost() != null && Set.of("https", "http").contains(address.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
