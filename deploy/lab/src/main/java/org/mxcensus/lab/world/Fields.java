package org.mxcensus.lab.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one JSON object and remembers which it has read: what is left over at the end is a mistake of
/// the writer's. Every complaint is an [IllegalArgumentException] with a sentence.
final class Fields {

    private final JsonNode node;
    private final String where;
    private final Set<String> read = new HashSet<>();

    /// @param where what the object is, for sentences: `domain`, `sts`
    Fields(JsonNode node, String where) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + " must be an object { … }");
        }
        this.node = node;
        this.where = where;
    }

    private @Nullable JsonNode get(String field) {
        read.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    String text(String field) {
        return optionalText(field)
                .orElseThrow(() -> new IllegalArgumentException(where + " lacks the field \"" + field + "\""));
    }

    Optional<String> optionalText(String field) {
        JsonNode value = get(field);
        return value == null ? Optional.empty() : Optional.of(textOf(field, value));
    }

    Optional<Boolean> optionalFlag(String field) {
        JsonNode value = get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("\"" + field + "\" must be true or false");
        }
        return Optional.of(value.booleanValue());
    }

    boolean flag(String field, boolean usual) {
        return optionalFlag(field).orElse(usual);
    }

    int number(String field, int usual) {
        JsonNode value = get(field);
        if (value == null) {
            return usual;
        }
        if (!value.isInt()) {
            throw new IllegalArgumentException("\"" + field + "\" must be a whole number");
        }
        return value.intValue();
    }

    /// One text or an array of texts; empty where the field is missing.
    List<String> texts(String field) {
        JsonNode value = get(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(textOf(field, value));
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(textOf(field, element)));
        return texts;
    }

    <F extends Fixture> F fixture(String field, F[] all, F usual) {
        return optionalFixture(field, all).orElse(usual);
    }

    <F extends Fixture> Optional<F> optionalFixture(String field, F[] all) {
        return optionalText(field).map(id -> named(field, all, id));
    }

    <F extends Fixture> F named(String field, F[] all, String id) {
        return Stream.of(all)
                .filter(fixture -> fixture.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + field + "\" is '" + id + "'; it can be "
                        + Stream.of(all).map(Fixture::id).collect(Collectors.joining(", "))));
    }

    Optional<Fields> object(String field) {
        return Optional.ofNullable(get(field)).map(value -> new Fields(value, field));
    }

    /// Complains about a field that nobody asked for.
    void done() {
        node.fieldNames().forEachRemaining(field -> {
            if (!read.contains(field)) {
                throw new IllegalArgumentException(where + " has no field \"" + field + "\"; it has "
                        + read.stream().sorted().collect(Collectors.joining(", ")));
            }
        });
    }

    private static String textOf(String field, JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("\"" + field + "\" must be a text in quotes");
        }
        return value.textValue();
    }
}
