package org.mxcensus.analyzer.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Members of a JSON object that may be absent.
final class Given {
    private Given() {}

    /// @throws IllegalArgumentException where the member is absent
    static <T> T value(@Nullable T value, String member) {
        if (value == null) {
            throw new IllegalArgumentException("\"" + member + "\" is missing");
        }
        return value;
    }

    static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : List.copyOf(value);
    }
}
