package org.mxcensus.lab.world;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many connections a mail server takes before it says 421.
///
/// @param connections the most that it takes; none at all with 0
/// @param perSecond whether they are counted within a second; else at once
public record Limit(int connections, boolean perSecond) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) (at once|a second)");

    /// Reads `2 at once` or `5 a second`; an [IllegalArgumentException] says what is wrong.
    public static Limit parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("limit '" + text + "' is not of the form 'N at once' or 'N a second'");
        }
        return new Limit(Integer.parseInt(form.group(1)), form.group(2).equals("a second"));
    }

    @Override
    public String toString() {
        return connections + (perSecond ? " a second" : " at once");
    }
}
