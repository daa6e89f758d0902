package org.mxcensus.analyzer.event;

import java.io.Reader;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.store.UserError;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

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
        if (!(load(file, yaml) instanceof Map<?, ?> map && map.get("events") instanceof List<?> entries)) {
            throw new UserError("%s has no list `events`; write one.".formatted(file));
        }
        List<DatedEvent> events = new ArrayList<>();
        for (Object entry : entries) {
            String place = "%s, entry %d,".formatted(file, events.size() + 1);
            DatedEvent event = event(entry, place);
            if (events.contains(event)) {
                throw new UserError("%s stands there twice; remove one.".formatted(place));
            }
            events.add(event);
        }
        return events.stream().sorted(Comparator.comparing(DatedEvent::day)).toList();
    }

    private static @Nullable Object load(String file, Reader yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        try {
            return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new TextOnly())
                    .load(yaml);
        } catch (YAMLException e) {
            throw new UserError(
                    "%s is no YAML: %s"
                            .formatted(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
                    e);
        }
    }

    /// Takes every value as it is written: YAML's own dates turn the 30th of February into the 2nd of March.
    private static final class TextOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {}
    }

    private static DatedEvent event(@Nullable Object entry, String place) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw new UserError("%s has to be a mapping of keys to values.".formatted(place));
        }
        map.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new UserError("%s has the unknown key %s; known are %s."
                            .formatted(place, key, KEYS.stream().sorted().toList()));
                });
        DatedEvent.Kind kind = kind(word(map, "kind", place), place);
        return new DatedEvent(
                date(word(map, "date", place), place),
                kind,
                sentence(word(map, "what", place), place),
                source(word(map, "source", place), kind, place));
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

    private static DatedEvent.Kind kind(String written, String place) {
        for (DatedEvent.Kind kind : DatedEvent.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(written)) {
                return kind;
            }
        }
        throw new UserError("%s has the unknown kind %s; choose world or method.".formatted(place, written));
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

    private static String word(Map<?, ?> entry, String key, String place) {
        if (entry.get(key) instanceof String word && !word.isBlank()) {
            return word.strip();
        }
        throw new UserError("%s lacks %s; add it.".formatted(place, key));
    }
}
