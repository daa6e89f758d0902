package org.mxcensus.cli.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Lines that fit a terminal.
///
/// @param width columns
record Lines(int width) {
    /// Lines of any length.
    static final Lines UNCUT = new Lines(Integer.MAX_VALUE);

    private static final String INDENT = "  ";
    private static final int NAME = 16;

    /// Something and what is to be said of it.
    static String of(String name, String value) {
        return (INDENT + ("%-" + NAME + "s %s").formatted(name, value)).stripTrailing();
    }

    /// A text, cut where it does not fit beside a name and other words.
    ///
    /// @param beside columns of the other words
    String cut(String text, int beside) {
        int room = Math.max(16, width - INDENT.length() - NAME - 1 - beside);
        return text.length() <= room ? text : text.substring(0, room - 3) + "...";
    }

    /// A text of words, in as many lines as it takes; all but the first are indented further.
    List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > width && !line.toString().isBlank()) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT.repeat(2));
            }
            line.append(line.toString().isBlank() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return Collections.unmodifiableList(lines);
    }
}
