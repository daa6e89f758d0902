package org.mxcensus.crawler.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mxcensus.datasets.store.UserError;

/// What an input is, by its first lines and not by its name.
public enum Format {
    /// A master file (RFC 1035 §5.1).
    ZONE,
    /// A domain a line; or columns, the domain first.
    LIST,
    /// Columns: rank, domain.
    RANKED_LIST;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int HEADER_TOKENS = 5;

    /// Tells the format.
    ///
    /// @param head the beginning of the text
    /// @throws UserError where the input is empty or no text
    static Format detect(String label, byte[] head) {
        refuseBinary(label, head);
        var lines = new String(head, StandardCharsets.UTF_8)
                .lines()
                .filter(Format::isSignificant)
                .toList();
        if (lines.isEmpty()) {
            throw new UserError(
                    "The input " + label + " is empty: give a zone file, or a list with one domain a line.");
        }
        refuseMarkup(label, lines.getFirst().strip().charAt(0));
        if (isZone(lines)) {
            return ZONE;
        }
        return lines.stream().limit(2).anyMatch(line -> ListLine.isRanked(line)) ? RANKED_LIST : LIST;
    }

    private static boolean isSignificant(String line) {
        var text = line.strip();
        return !text.isEmpty() && !text.startsWith(";") && !text.startsWith("#");
    }

    /// A directive first, or a record type at a place where one may stand.
    private static boolean isZone(List<String> lines) {
        var first = lines.getFirst();
        if (first.startsWith("$")) {
            return true;
        }
        var tokens = SPACE.split(first, HEADER_TOKENS);
        for (var i = 1; i < Math.min(tokens.length, HEADER_TOKENS - 1); i++) {
            var type = tokens[i].toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            if (i + 1 < tokens.length && RecordKind.of(type, 0, type.length) != RecordKind.MALFORMED) {
                return true;
            }
        }
        return false;
    }

    private static void refuseMarkup(String label, char first) {
        var found = first == '{' || first == '[' ? "JSON" : first == '<' ? "HTML or XML" : "";
        if (!found.isEmpty()) {
            throw new UserError("The input " + label + " looks like " + found
                    + ": give a zone file, or a list with one domain a line.");
        }
    }

    private static void refuseBinary(String label, byte[] head) {
        var controls = 0;
        for (var b : head) {
            if (b == 0) {
                controls = head.length;
                break;
            }
            if (b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' || b == 0x7f) {
                controls++;
            }
        }
        if (controls * 100L > head.length) {
            throw new UserError("The input " + label
                    + " is a binary file: give a zone file or a list of domains as text (gzip and zstd are unpacked).");
        }
    }
}
