package org.mxcensus.dashboard.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A path with parameters, as they came into it.
///
/// @param path without parameters
/// @param query what follows the question mark
record Address(String path, String query) {

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

    /// The same parameters elsewhere.
    Address at(String other) {
        return new Address(other, query);
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
