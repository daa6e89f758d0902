package org.mxcensus.lab.world;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An MX record of a world, as `10 mx1.example.net`.
///
/// @param host lower case, without the final dot; `.` for the null MX
public record MxSpec(int preference, String host) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\s+(\\S+)");

    /// Reads `10 mx1.example.net`; an [IllegalArgumentException] says what is wrong.
    public static MxSpec parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || Integer.parseInt(form.group(1)) > 65535) {
            throw new IllegalArgumentException("MX '" + text + "' is not of the form 'PREFERENCE HOST'");
        }
        return new MxSpec(Integer.parseInt(form.group(1)), Names.exchange(form.group(2)));
    }
}
