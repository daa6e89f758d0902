package org.mxcensus.crawler.source;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.mxcensus.datasets.store.UserError;

/// The text of one record or directive, and how far it has been read.
final class RecordText {
    /// Dig repeats its command line in its first comment.
    private static final Pattern DIG_TRANSFER = Pattern.compile("(?i); <<>> DiG (?!.*\\+onesoa).*\\baxfr\\b.*");

    private final String label;
    private final Lines lines;
    private final JoinedRecord joined = new JoinedRecord();

    private byte[] bytes = new byte[0];
    private int position;
    private int end;
    private long line;
    private String fault = "";
    private boolean isTransfer;

    RecordText(String label, Lines lines) {
        this.label = label;
        this.lines = lines;
    }

    /// Takes what begins in the current line, further lines included where parentheses are open.
    ///
    /// @return whether there is anything but space and comments
    boolean take() {
        line = lines.number();
        if (lines.hasSpecial()) {
            join();
        } else {
            bytes = lines.buffer();
            position = lines.start();
            end = lines.end();
            fault = "";
        }
        for (var i = position; i < end; i++) {
            if (!isSpace(bytes[i])) {
                return true;
            }
        }
        return !fault.isEmpty();
    }

    /// The line that it begins in.
    long line() {
        return line;
    }

    /// What is wrong with its quotes or parentheses; empty where nothing is.
    String fault() {
        return fault;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    byte first() {
        return bytes[position];
    }

    boolean beginsWithSpace() {
        return isSpace(bytes[position]);
    }

    boolean isAtEnd() {
        return position == end;
    }

    /// Goes back, to read a token once more.
    void rewind(int to) {
        position = to;
    }

    /// Puts other text in the place of what is left.
    void replace(String ascii) {
        bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        position = 0;
        end = bytes.length;
    }

    /// Reads up to the next space or the end.
    ///
    /// @return where the token begins; [#position] is where it ends
    int token() {
        var from = position;
        while (position < end && !isSpace(bytes[position])) {
            position++;
        }
        return from;
    }

    void skipSpace() {
        while (position < end && isSpace(bytes[position])) {
            position++;
        }
    }

    String string(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /// Whether a comment says that this is a transfer by dig, which ends with the SOA record that it begins with.
    boolean isTransfer() {
        return isTransfer;
    }

    private void join() {
        if (lines.buffer()[lines.start()] == ';') {
            noteComment(lines.text());
        }
        joined.clear();
        while (joined.add(lines)) {
            if (joined.length() > Lines.LONGEST || !lines.next()) {
                throw new UserError(
                        "The zone file " + label + " is cut off or damaged: the parenthesis that opens in line " + line
                                + " is never closed; get the file again.");
            }
        }
        bytes = joined.text();
        position = 0;
        end = joined.length();
        fault = joined.fault();
    }

    private void noteComment(String comment) {
        if (comment.contains("Transfer failed")) {
            // What dig writes at the end of a transfer that broke off.
            throw new UserError("The zone file " + label + " is not whole: its line " + line
                    + " says that the zone transfer failed; transfer the zone again.");
        }
        isTransfer |= DIG_TRANSFER.matcher(comment).matches();
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\t' || c == '\r';
    }
}
