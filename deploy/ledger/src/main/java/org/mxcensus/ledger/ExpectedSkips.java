package org.mxcensus.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The committed list of tests that may be skipped in the full tier, each with its reason.
///
/// A line is a test's name, in which `*` stands for anything, then a space and the reason; lines that begin with
/// `#` are comments.
record ExpectedSkips(List<Line> lines) {

    /// One line of the list.
    record Line(String pattern, String reason) {

        boolean matches(Entry entry) {
            String regex =
                    Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return entry.test().matches(regex);
        }
    }

    /// Reads the list.
    ///
    /// @throws IllegalArgumentException if a line has no reason
    static ExpectedSkips read(Path file) throws IOException {
        return new ExpectedSkips(Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> parse(file, line))
                .toList());
    }

    boolean expects(Entry skipped) {
        return lines.stream().anyMatch(line -> line.matches(skipped));
    }

    private static Line parse(Path file, String line) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException(file + ": no reason is given for '" + line + "'");
        }
        return new Line(parts[0], parts[1]);
    }
}
