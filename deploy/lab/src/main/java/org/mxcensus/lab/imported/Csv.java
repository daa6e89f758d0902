package org.mxcensus.lab.imported;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Comma-separated values (RFC 4180 §2), of which a quoted one may hold line breaks.
final class Csv {

    private final BufferedReader lines;

    Csv(BufferedReader lines) {
        this.lines = lines;
    }

    /// The values of the next record; empty at the end.
    Optional<List<String>> next() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            return Optional.empty();
        }
        StringBuilder record = new StringBuilder(line);
        while (isOpen(record)) {
            String more = lines.readLine();
            if (more == null) {
                break;
            }
            record.append('\n').append(more);
        }
        return Optional.of(split(record));
    }

    private static boolean isOpen(CharSequence record) {
        return record.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static List<String> split(CharSequence record) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < record.length(); at++) {
            char c = record.charAt(at);
            if (c == '"' && quoted && at + 1 < record.length() && record.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
