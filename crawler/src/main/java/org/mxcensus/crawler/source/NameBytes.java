package org.mxcensus.crawler.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;

/// A domain name while a zone file is read: absolute, lower case, without the final dot, in a buffer that is used
/// again.
final class NameBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
    private static final int CAPACITY = 1024;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;
    private static final byte[] LOWER = new byte[256];
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (var i = 0; i < 256; i++) {
            LOWER[i] = (byte) (i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
            PLAIN[i] = i >= 'a' && i <= 'z' || i >= '0' && i <= '9' || i == '-' || i == '_' || i == '.';
        }
    }

    private final byte[] bytes = new byte[CAPACITY];
    private int length;
    private boolean isPlain;
    private String fault = "no owner name yet";

    /// Takes a name as written.
    ///
    /// @param origin what a relative name is relative to (RFC 1035 §5.1)
    void set(byte[] text, int from, int to, NameBytes origin) {
        var isAbsolute = text[to - 1] == '.';
        var size = isAbsolute ? to - from - 1 : to - from;
        if (size == 1 && text[from] == '@') {
            copy(origin);
            return;
        }
        if (size > 0 && text[from + size - 1] == '.') {
            fail("empty label"); // two dots at the end
            return;
        }
        if (size + 1 + origin.length > CAPACITY) {
            fail("longer than 253 characters");
            return;
        }
        fault = "";
        isPlain = true;
        for (var i = 0; i < size; i++) {
            var c = LOWER[text[from + i] & 0xff];
            bytes[i] = c;
            isPlain &= PLAIN[c & 0xff];
        }
        length = size;
        if (!isAbsolute) {
            append(origin);
        }
        if (!isPlain) {
            bringIntoForm();
        }
    }

    /// Takes a name that is in the form of the tables already.
    void set(String name) {
        length = 0;
        isPlain = true;
        fault = "";
        for (var b : name.getBytes(StandardCharsets.US_ASCII)) {
            bytes[length++] = b;
        }
    }

    /// Marks that there is no name.
    void fail(String reason) {
        fault = reason;
        length = 0;
    }

    /// Why this is no name; empty where it is one.
    String fault() {
        return fault;
    }

    int length() {
        return length;
    }

    /// Why this is no name of a domain; empty where it is one.
    String domainFault() {
        if (isPlain && hasPlainLabels()) {
            return "";
        }
        return switch (DomainNames.normalize(toString())) {
            case NameOutcome.Name _ -> "";
            case NameOutcome.Invalid(var why) -> why;
        };
    }

    /// The order of the names' bytes.
    int compareText(NameBytes that) {
        return Arrays.compareUnsigned(bytes, 0, length, that.bytes, 0, that.length);
    }

    /// The order of names in a signed zone (RFC 4034 §6.1): label by label from the right.
    int compareCanonically(NameBytes that) {
        var end = length;
        var thatEnd = that.length;
        while (true) {
            var start = labelBefore(bytes, end);
            var thatStart = labelBefore(that.bytes, thatEnd);
            var order = Arrays.compareUnsigned(bytes, start, end, that.bytes, thatStart, thatEnd);
            if (order != 0) {
                return order;
            }
            if (start == 0 || thatStart == 0) {
                return Integer.compare(start, thatStart);
            }
            end = start - 1;
            thatEnd = thatStart - 1;
        }
    }

    boolean isBelow(NameBytes zone) {
        if (zone.length == 0) {
            return length > 0;
        }
        return length > zone.length + 1
                && bytes[length - zone.length - 1] == '.'
                && Arrays.equals(bytes, length - zone.length, length, zone.bytes, 0, zone.length);
    }

    boolean isSame(NameBytes that) {
        return Arrays.equals(bytes, 0, length, that.bytes, 0, that.length);
    }

    /// 64 bits that stand for the name. Among a billion names the chance that any two share them is below three
    /// percent.
    long hash() {
        return hash(bytes, length);
    }

    /// The same for a name in the form of the tables.
    static long hash(String name) {
        var bytes = name.getBytes(StandardCharsets.US_ASCII);
        return hash(bytes, bytes.length);
    }

    private static long hash(byte[] bytes, int length) {
        var hash = length * MULTIPLIER;
        var i = 0;
        for (; i + 8 <= length; i += 8) {
            hash = mix(hash ^ (long) LONGS.get(bytes, i));
        }
        var rest = 0L;
        for (; i < length; i++) {
            rest = rest << 8 | bytes[i] & 0xff;
        }
        return mix(mix(hash ^ rest));
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, isPlain ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static long mix(long value) {
        var product = (value ^ value >>> 32) * MULTIPLIER;
        return product ^ product >>> 29;
    }

    /// Takes another name.
    void copy(NameBytes that) {
        System.arraycopy(that.bytes, 0, bytes, 0, that.length);
        length = that.length;
        isPlain = that.isPlain;
        fault = that.fault;
    }

    private static int labelBefore(byte[] text, int end) {
        var start = end;
        while (start > 0 && text[start - 1] != '.') {
            start--;
        }
        return start;
    }

    /// Whether there are labels, and none of them is empty or too long (RFC 1035 §2.3.4).
    private boolean hasPlainLabels() {
        var start = 0;
        for (var i = 0; i <= length; i++) {
            if (i == length || bytes[i] == '.') {
                if (i == start || i - start > LONGEST_LABEL) {
                    return false;
                }
                start = i + 1;
            }
        }
        return length <= LONGEST_NAME;
    }

    private void append(NameBytes origin) {
        if (!origin.fault.isEmpty()) {
            fail(origin.fault);
            return;
        }
        if (origin.length > 0) {
            bytes[length++] = '.';
            System.arraycopy(origin.bytes, 0, bytes, length, origin.length);
            length += origin.length;
            isPlain &= origin.isPlain;
        }
    }

    /// U-labels become A-labels; escapes that stand for plain characters become these. What is left is no name of a
    /// domain and keeps its text, so that it can be shown and compared.
    private void bringIntoForm() {
        if (fault.isEmpty()
                && DomainNames.normalize(Escapes.resolve(toString())) instanceof NameOutcome.Name(var name)) {
            set(name);
        }
    }
}
