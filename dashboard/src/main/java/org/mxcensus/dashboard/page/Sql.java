package org.mxcensus.dashboard.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Question;

/// Questions in SQL as people read them.
final class Sql {
    private Sql() {}

    /// Some that are asked one after the other.
    ///
    /// @param room the class that asks them
    static String of(Class<?> room, String... names) {
        return Stream.of(names)
                .map(name -> "-- %s.sql%n%s"
                        .formatted(name, Question.source(room, name).strip()))
                .collect(Collectors.joining("\n\n"));
    }
}
