package org.mxcensus.crawler.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mxcensus.datasets.store.UserError;

/// The lines of an input, one at a time, in a buffer that is used again.
public final class Lines implements AutoCloseable {
    static final int LONGEST = 1 << 20;
    /// A line of a scan has certificates in it, in base64 and in words.
    public static final int LONGEST_OF_SCANS = 1 << 24;

    /// Bytes that a zone file gives a meaning of their own (RFC 1035 §5.1): quotes, comments, parentheses, escapes.
    static final int SPECIAL = 1;

    private static final byte[] CLASS = new byte[256];

    static {
        for (var c : "\"();\\".getBytes(StandardCharsets.US_ASCII)) {
            CLASS[c] = SPECIAL;
        }
    }

    private final String label;
    private final InputBytes input;
    /// One byte more than is ever filled: a line feed stands behind the last byte, so that the scan needs no bound.
    private final byte[] buffer;
    private final int longest;

    private int filled;
    private int next;
    private boolean isExhausted;

    private int start;
    private int end;
    private int classes;
    private boolean isTerminated;
    private long number;

    Lines(String label, InputBytes input) {
        this(label, input, LONGEST);
    }

    /// @param longest how many bytes a line may have
    Lines(String label, InputBytes input, int longest) {
        this.label = label;
        this.input = input;
        this.longest = longest;
        this.buffer = new byte[longest + 1];
        fill();
        if (filled >= 3 && buffer[0] == (byte) 0xef && buffer[1] == (byte) 0xbb && buffer[2] == (byte) 0xbf) {
            next = 3; // a byte order mark, which some editors put before UTF-8
        }
    }

    /// Goes to the next line.
    ///
    /// @return whether there is one
    public boolean next() {
        start = next;
        var found = 0;
        var i = start;
        while (true) {
            byte c;
            while ((c = buffer[i]) != '\n') {
                found |= CLASS[c & 0xff];
                i++;
            }
            if (i < filled) {
                return take(i, found, true);
            }
            if (isExhausted) {
                return i > start && take(i, found, false);
            }
            var moved = start;
            fill();
            i -= moved - start;
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    /// Where the line ends, its line feed excluded.
    int end() {
        return end;
    }

    boolean hasSpecial() {
        return (classes & SPECIAL) != 0;
    }

    /// Whether a line feed ends the line. Only the last line of an input may lack it.
    boolean isTerminated() {
        return isTerminated;
    }

    /// The line's number, from 1; how many there are, after the last.
    public long number() {
        return number;
    }

    /// The line, its line feed excluded.
    public String text() {
        return new String(buffer, start, end - start, StandardCharsets.UTF_8);
    }

    /// The bytes at hand from the current position on, to look at without reading on.
    byte[] ahead() {
        return Arrays.copyOfRange(buffer, next, filled);
    }

    /// SHA-256 of the file as it lies on the disk, lower-case hexadecimal. Reads what was not read yet.
    public String sha256() {
        return input.sha256();
    }

    @Override
    public void close() {
        input.close();
    }

    private boolean take(int lineEnd, int found, boolean terminated) {
        end = lineEnd;
        next = terminated ? lineEnd + 1 : lineEnd;
        classes = found;
        isTerminated = terminated;
        number++;
        return true;
    }

    /// Moves the line begun to the front and reads on behind it.
    private void fill() {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        next -= start;
        start = 0;
        if (filled == longest) {
            throw new UserError("The input " + label
                    + (longest == LONGEST ? " is no zone file and no list of domains" : " cannot be read")
                    + ": its line " + (number + 1) + " is longer than "
                    + (longest == LONGEST ? "a mebibyte." : (longest >> 20) + " mebibytes."));
        }
        var count = input.read(buffer, filled, longest - filled, number);
        isExhausted = count < 0;
        filled += Math.max(count, 0);
        buffer[filled] = '\n';
    }
}
