package org.mxcensus.datasets.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One element of DER (ITU-T X.690 §8.1): a look into the bytes, which are not copied.
///
/// Bytes of strangers never lead to an exception: what cannot be read is not there.
///
/// @param start where the tag is
/// @param content where the content begins
/// @param end one past its last byte
@SuppressWarnings("ArrayRecordComponent") // never compared
record Der(byte[] bytes, int start, int content, int end) {
    static final int SEQUENCE = 0x30;
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OID = 0x06;
    static final int OCTET_STRING = 0x04;

    private static final int LONG_FORM = 0x80;
    private static final int HIGH_TAG = 0x1f;
    private static final int LONGEST_OID = 64;

    static Optional<Der> read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    int tag() {
        return bytes[start] & 0xff;
    }

    /// The elements inside, up to the first that cannot be read.
    List<Der> children() {
        var children = new ArrayList<Der>();
        for (var at = content; at < end; ) {
            var child = read(bytes, at, end);
            if (child.isEmpty()) {
                break;
            }
            children.add(child.get());
            at = child.get().end;
        }
        return children;
    }

    /// The element inside at an index.
    Optional<Der> child(int index) {
        var children = children();
        return index < children.size() ? Optional.of(children.get(index)) : Optional.empty();
    }

    /// Tag, length and content.
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    byte[] value() {
        return Arrays.copyOfRange(bytes, content, end);
    }

    /// What lies in a bit string, whose first byte counts the bits that are not used (ITU-T X.690 §8.6.2).
    Optional<Der> insideBits() {
        return content < end ? read(bytes, content + 1, end) : Optional.empty();
    }

    /// An object identifier with its dots (ITU-T X.690 §8.19); empty where this is none.
    Optional<String> oid() {
        if (tag() != OID || content == end || end - content > LONGEST_OID || bytes[end - 1] < 0) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        var arc = 0L;
        for (var i = content; i < end; i++) {
            if (arc >> (Long.SIZE - 8) != 0) {
                return Optional.empty();
            }
            arc = arc << 7 | bytes[i] & 0x7f;
            if (bytes[i] >= 0) {
                if (text.isEmpty()) {
                    var first = Math.min(arc / 40, 2);
                    text.append(first).append('.').append(arc - first * 40);
                } else {
                    text.append('.').append(arc);
                }
                arc = 0;
            }
        }
        return Optional.of(text.toString());
    }

    /// Whether this is the object identifier with these content bytes.
    boolean isOid(byte[] oid) {
        return tag() == OID && Arrays.equals(bytes, content, end, oid, 0, oid.length);
    }

    private static Optional<Der> read(byte[] bytes, int at, int limit) {
        if (limit - at < 2 || (bytes[at] & HIGH_TAG) == HIGH_TAG) {
            return Optional.empty();
        }
        var first = bytes[at + 1] & 0xff;
        var content = at + 2;
        var length = (long) first;
        if (first >= LONG_FORM) {
            var size = first - LONG_FORM;
            if (size < 1 || size > Integer.BYTES || limit - content < size) {
                return Optional.empty();
            }
            length = 0;
            for (var i = 0; i < size; i++) {
                length = length << 8 | bytes[content + i] & 0xff;
            }
            content += size;
        }
        return length > limit - content
                ? Optional.empty()
                : Optional.of(new Der(bytes, at, content, content + (int) length));
    }
}
