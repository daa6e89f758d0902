package org.mxcensus.analyzer.stats;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Question;

/// Whether a unit has a property, in SQL: 'YES', 'NO', 'UNMEASURED', or NULL where the question does not arise.
///
/// @param sql over three rows of a unit: `f` of table `frame`, `o` of `domains`, `v` of `domain_verdicts`; for an MX
///     host `v` of `exchange_verdicts` alone. Every column is written with its row, such as `v.dane` or
///     `v.dane_hosts.reached`.
record Predicate(String sql) {
    private static final Pattern COLUMN = Pattern.compile("\\b([fov])(?:\\.\\w+)+");
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

    /// The name that a column of a row has in a relation without rows, quoted: `"v.dane"`.
    static String flat(String column) {
        return '"' + column + '"';
    }

    /// The columns that tell it; none where a table is older than the predicate.
    ///
    /// @param present the columns that there are, each with its row
    SortedSet<String> asked(Set<String> present) {
        SortedSet<String> asked = found(0);
        return present.containsAll(asked) ? asked : new TreeSet<>();
    }

    /// The same answer over columns that have [#flat(String)] names, `v.there` among them, which says whether the
    /// unit has the row. Of units without it, and of tables older than the predicate, nothing can be told.
    String told(Set<String> present) {
        if (asked(present).isEmpty()) {
            return UNMEASURED;
        }
        String there = found(1).stream().map(row -> flat(row + ".there")).collect(Collectors.joining(" AND "));
        String flat = COLUMN.matcher(sql).replaceAll(found -> flat(found.group()));
        return "CASE WHEN %s THEN %s ELSE %s END".formatted(there, flat, UNMEASURED);
    }

    private SortedSet<String> found(int group) {
        return COLUMN.matcher(sql)
                .results()
                .map((MatchResult found) -> found.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
