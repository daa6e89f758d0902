package org.mxcensus.dashboard.query;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A parameter of a request: how its text is read, and what the description of the API says of it.
///
/// @param name as it stands in the address
/// @param place where in the address
/// @param sentence what it says
/// @param values all that it can be; empty where there is no list of them
/// @param otherwise the text that is taken where it is missing or empty
/// @param example a text that can be read
/// @param reader makes a value of the text, or refuses it in one sentence ([BadRequestResponse])
public record Parameter<T>(
        String name,
        Place place,
        String sentence,
        List<String> values,
        String otherwise,
        String example,
        Function<String, T> reader) {

    /// Where a parameter stands, by its name in OpenAPI.
    public enum Place {
        PATH,
        QUERY
    }

    /// A part of the path; always there.
    static <T> Parameter<T> inPath(String name, String sentence, String example, Function<String, T> reader) {
        return new Parameter<>(name, Place.PATH, sentence, List.of(), "", example, reader);
    }

    /// A text that has a value also where it is missing.
    static <T> Parameter<T> of(
            String name, String sentence, String otherwise, String example, Function<String, T> reader) {
        return new Parameter<>(name, Place.QUERY, sentence, List.of(), otherwise, example, reader);
    }

    /// One of several; the first where it is missing.
    ///
    /// @param id what stands in the address for a value
    static <T> Parameter<T> choice(String name, String sentence, List<T> values, Function<T, String> id) {
        List<String> ids = values.stream().map(id).toList();
        return new Parameter<>(
                name, Place.QUERY, sentence, ids, ids.getFirst(), ids.getFirst(), text -> find(name, text, values, id));
    }

    /// One of several, or none.
    static <T> Parameter<Optional<T>> maybe(String name, String sentence, List<T> values, Function<T, String> id) {
        List<String> ids = values.stream().map(id).toList();
        return new Parameter<>(
                name,
                Place.QUERY,
                sentence,
                ids,
                "",
                ids.getFirst(),
                text -> text.isEmpty() ? Optional.empty() : Optional.of(find(name, text, values, id)));
    }

    /// The same with another value where it is missing.
    ///
    /// @param text that can be read
    public Parameter<T> otherwise(String text) {
        return new Parameter<>(name, place, sentence, values, text, text, reader);
    }

    /// What a request says.
    ///
    /// @throws BadRequestResponse with one sentence, where it cannot be read
    public T of(Context context) {
        return reader.apply(text(context));
    }

    /// The text that a request has, or that is taken for it. One that stands there several times is a list, as forms
    /// send it.
    public String text(Context context) {
        String text = place == Place.PATH
                ? context.pathParam(name)
                : String.join(",", context.queryParams(name)).strip();
        return text.isEmpty() ? otherwise : text;
    }

    static <T> T find(String name, String text, List<T> values, Function<T, String> id) {
        return values.stream()
                .filter(value -> id.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse("There is no %s \"%s\"; the %ss are %s."
                        .formatted(name, text, name, values.stream().map(id).collect(Collectors.joining(", ")))));
    }
}
