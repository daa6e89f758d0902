package org.mxcensus.crawler.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A record written with quotes, comments, parentheses or escapes, brought onto one plain line (RFC 1035 §5.1).
///
/// Comments and parentheses become spaces; `\X` becomes `\DDD`; a space inside quotes becomes `\032`. What follows
/// can then split at white space and never thinks of any of these again. Only `\#`, before generic data (RFC 3597
/// §5), stays itself.
final class JoinedRecord {
    private byte[] text = new byte[1024];
    private int length;
    private int depth;
    private String fault = "";

    /// Begins a new record.
    void clear() {
        length = 0;
        depth = 0;
        fault = "";
    }

    /// Adds the line that is current.
    ///
    /// @return whether the record goes on in the next line
    boolean add(Lines lines) {
        var buffer = lines.buffer();
        var isQuoted = false;
        for (var i = lines.start(); i < lines.end(); i++) {
            var c = buffer[i];
            if (c == '\\' && i + 1 < lines.end()) {
                i = escape(buffer, i, lines.end());
            } else if (isQuoted) {
                quoted(c);
                isQuoted = c != '"';
            } else if (c == ';') {
                break;
            } else {
                plain(c);
                isQuoted = c == '"';
            }
        }
        if (isQuoted) {
            fault = "quote without end";
        }
        put((byte) ' ');
        return depth > 0 && fault.isEmpty();
    }

    byte[] text() {
        return text;
    }

    int length() {
        return length;
    }

    /// What is wrong with the record as a whole; empty where nothing is.
    String fault() {
        return fault;
    }

    private void plain(byte c) {
        if (c == '(') {
            depth++;
            put((byte) ' ');
        } else if (c == ')') {
            depth--;
            if (depth < 0) {
                fault = "closing parenthesis without an opening one";
            }
            put((byte) ' ');
        } else {
            put(c);
        }
    }

    private void quoted(byte c) {
        if (c == ' ' || c == '\t') {
            put("\\032");
        } else {
            put(c);
        }
    }

    /// Takes an escape over as `\DDD`; gives the index of its last byte.
    private int escape(byte[] buffer, int at, int end) {
        if (at + 3 < end && isDigit(buffer[at + 1]) && isDigit(buffer[at + 2]) && isDigit(buffer[at + 3])) {
            for (var i = at; i < at + 4; i++) {
                put(buffer[i]);
            }
            return at + 3;
        }
        put(buffer[at + 1] == '#' ? "\\#" : String.format("\\%03d", buffer[at + 1] & 0xff));
        return at + 1;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private void put(String ascii) {
        for (var c : ascii.getBytes(StandardCharsets.US_ASCII)) {
            put(c);
        }
    }

    private void put(byte c) {
        if (length == text.length) {
            text = Arrays.copyOf(text, length * 2);
        }
        text[length++] = c;
    }
}
