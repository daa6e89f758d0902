package org.mxcensus.dashboard.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;

/// A path with parameters, as they came into it.
///
/// @param path without parameters
/// @param query what follows the question mark
record Address(String path, String query) {
    private static final List<String> DAYS = Stream.of(
                    Parameters.CRAWL, Parameters.BEFORE, Parameters.AFTER, Parameters.SINCE, Parameters.UNTIL)
            .map(Parameter::name)
            .toList();

    static Address of(String path) {
        return new Address(path, "");
    }

    /// With one more parameter; as it is where that has no value.
    Address with(String name, Object value) {
        String text = value.toString();
        return text.isEmpty()
                ? this
                : new Address(
                        path,
                        Stream.of(query, name + "=" + URLEncoder.encode(text, UTF_8))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining("&")));
    }

    /// With one more parameter, unless it has that already.
    Address orElse(String name, Object value) {
        return has(name) ? this : with(name, value);
    }

    /// Without the days that a request has not asked for: where it leads changes with each crawl.
    Address asked(Context context) {
        return new Address(
                path,
                Stream.of(query.split("&"))
                        .filter(part -> DAYS.stream()
                                .filter(day -> part.startsWith(day + "="))
                                .allMatch(day -> !context.queryParams(day).isEmpty()))
                        .collect(Collectors.joining("&")));
    }

    /// Whether it has a parameter.
    boolean has(String name) {
        return Stream.of(query.split("&")).anyMatch(part -> part.startsWith(name + "="));
    }

    /// The same parameters elsewhere.
    Address at(String other) {
        return new Address(other, query);
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
