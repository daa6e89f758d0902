package org.mxcensus.analyzer.stats;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Question;

/// Whether a unit has a property, in SQL: 'YES', 'NO', 'UNMEASURED', or NULL where the question does not arise.
///
/// @param sql over three rows of a unit: `f` of table `frame`, `o` of `domains`, `v` of `domain_verdicts`; for an MX
///     host `v` of `exchange_verdicts` alone. Every column is written with its row, such as `v.dane`.
record Predicate(String sql) {
    private static final Pattern COLUMN = Pattern.compile("\\b([fov])\\.\\w+");
    private static final String UNMEASURED = "'UNMEASURED'";

    /// A column that holds the answer.
    static Predicate column(String column) {
        return new Predicate(column);
    }

    /// Whether a column that holds a status has one of these values. Where it is null, the question does not arise.
    ///
    /// @param unmeasured values that say that it could not be told
    static Predicate isOneOf(String column, Set<String> unmeasured, String... yes) {
        return new Predicate("""
                CASE WHEN %1$s IN (%2$s) THEN 'YES' WHEN %1$s IN (%3$s) THEN 'UNMEASURED' \
                WHEN %1$s IS NOT NULL THEN 'NO' END""".formatted(
                column, quoted(Stream.of(yes)), quoted(unmeasured.stream().sorted())));
    }

    /// The values as a list in SQL.
    static String quoted(Stream<String> values) {
        return values.map(Question::quoted).collect(Collectors.joining(", "));
    }

    /// The same for units some of which have no row, and for tables some of which are older than the predicate: of
    /// those nothing can be told.
    ///
    /// @param present the columns that there are, each with its row
    String told(Set<String> present) {
        if (!present.containsAll(found(0))) {
            return UNMEASURED;
        }
        String there = found(1).stream().sorted().map("%s.there"::formatted).collect(Collectors.joining(" AND "));
        return "CASE WHEN %s THEN %s ELSE %s END".formatted(there, sql, UNMEASURED);
    }

    private Set<String> found(int group) {
        return COLUMN.matcher(sql)
                .results()
                .map((MatchResult found) -> found.group(group))
                .collect(Collectors.toSet());
    }
}
