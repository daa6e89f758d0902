package org.mxcensus.cli.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/// Lines that fit a terminal.
///
/// @param width columns
record Lines(int width) {
    static final char NO_BREAK = '\u00a0';

    /// Lines of any length.
    static final Lines UNCUT = new Lines(Integer.MAX_VALUE);

    private static final String INDENT = "  ";
    private static final int NAME = 18;
    private static final int LEAST = 16;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[\\d+m");

    /// Something and what is to be said of it.
    static String of(String name, String value) {
        return (INDENT + ("%-" + NAME + "s %s").formatted(name, value)).stripTrailing();
    }

    /// A text, cut where it does not fit beside a name and other words.
    ///
    /// @param beside the other words
    String cut(String text, String beside) {
        int room = Math.max(
                LEAST,
                width
                        - INDENT.length()
                        - NAME
                        - 3
                        - COLOUR.matcher(beside).replaceAll("").length());
        return text.length() <= room ? text : text.substring(0, room - 3) + "...";
    }

    /// A text of words, in as many lines as it takes; all but the first are indented further. It is not divided at a
    /// no-break space.
    List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > width && !line.toString().isBlank()) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT.repeat(2));
            }
            line.append(line.toString().isBlank() ? "" : " ").append(word.replace(NO_BREAK, ' '));
        }
        lines.add(line.toString());
        return Collections.unmodifiableList(lines);
    }
}
