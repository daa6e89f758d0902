package org.mxcensus.crawler.source;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;

/// What a line of a list comes to.
sealed interface ListLine {

    /// Empty, or a comment.
    record Nothing() implements ListLine {}

    /// The heading of the columns.
    record Heading() implements ListLine {}

    /// A domain.
    ///
    /// @param rank where the line gives one
    record Entry(String domain, OptionalLong rank) implements ListLine {}

    /// Something else.
    record Malformed(String reason) implements ListLine {}

    Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");
    Pattern COLUMNS = Pattern.compile("[,;\\t]");
    Pattern NUMBER = Pattern.compile("\\d{1,18}");
    Pattern ADDRESS = Pattern.compile("(?:.*\\.)?\\d+");
    Set<String> HEADERS = Set.of("domain", "domains", "name", "names", "host", "hostname", "globalrank", "rank");

    /// Reads a line.
    ///
    /// @param isFirst whether it is the first that may hold something, and so may be the heading of columns
    static ListLine parse(String line, boolean isFirst) {
        var text = withoutComment(line).strip();
        if (text.isEmpty()) {
            return new Nothing();
        }
        if (isFirst && isHeading(text)) {
            return new Heading();
        }
        if (!hasColumns(text)) {
            return entry(unquoted(text), OptionalLong.empty());
        }
        var columns = COLUMNS.split(text);
        if (columns.length == 0) {
            return new Malformed("no domain");
        }
        if (isRanked(text)) {
            return entry(unquoted(columns[1]), OptionalLong.of(Long.parseLong(unquoted(columns[0]))));
        }
        return entry(unquoted(columns[0]), OptionalLong.empty());
    }

    /// Whether the line has the form `rank,domain`.
    static boolean isRanked(String line) {
        var columns = COLUMNS.split(line, 3);
        return columns.length > 1
                && NUMBER.matcher(unquoted(columns[0])).matches()
                && !unquoted(columns[1]).isEmpty();
    }

    // Most lines are a name and nothing else: expressions are for the others.

    private static String withoutComment(String line) {
        return line.indexOf('#') < 0 ? line : COMMENT.matcher(line).replaceFirst("");
    }

    private static boolean hasColumns(String text) {
        return text.indexOf(',') >= 0 || text.indexOf(';') >= 0 || text.indexOf('\t') >= 0;
    }

    private static boolean isAddress(String name) {
        return Character.isDigit(name.charAt(name.length() - 1))
                && ADDRESS.matcher(name).matches();
    }

    private static boolean isHeading(String text) {
        return HEADERS.contains(unquoted(COLUMNS.split(text, 2)[0]).toLowerCase(Locale.ROOT));
    }

    private static ListLine entry(String written, OptionalLong rank) {
        return switch (DomainNames.normalize(written)) {
            case NameOutcome.Invalid(var reason) -> new Malformed(reason);
            case NameOutcome.Name(var name) ->
                isAddress(name) ? new Malformed("an address, not a domain") : new Entry(name, rank);
        };
    }

    private static String unquoted(String column) {
        var text = column.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
