package org.mxcensus.ledger;

import java.util.Locale;

/// One line of a ledger.
///
/// @param outcome what became of the test
/// @param test class and method, as `org.mxcensus.Room#method`, with `[3]` behind it for a third invocation
/// @param detail the tag of an excluded test, the reason of a failed, aborted or disabled one, else empty
public record Entry(Outcome outcome, String test, String detail) {

    public Entry {
        test = onOneLine(test);
        detail = onOneLine(detail);
    }

    /// The line as it stands in the file: three fields, tab-separated, without an end of line.
    String line() {
        return outcome.name().toLowerCase(Locale.ROOT) + "\t" + test + "\t" + detail;
    }

    /// Reads what [#line()] wrote.
    ///
    /// @throws IllegalArgumentException if the line has another form
    static Entry parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("not a line of a ledger: " + line);
        }
        return new Entry(Outcome.valueOf(fields[0].toUpperCase(Locale.ROOT)), fields[1], fields[2]);
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
