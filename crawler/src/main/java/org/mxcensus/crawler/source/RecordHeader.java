package org.mxcensus.crawler.source;

import java.util.Locale;
import java.util.regex.Pattern;
import org.mxcensus.datasets.records.Excerpt;
import org.xbill.DNS.DClass;

/// What stands between the owner of a record and its data (RFC 1035 §5.1): time to live and class, both optional and
/// in either order, then the type.
final class RecordHeader {
    private static final Pattern NUMBERED_CLASS = Pattern.compile("(?i)CLASS\\d{1,5}"); // RFC 3597 §5

    private final RecordText text;
    private int typeStart;
    private int typeEnd;
    private boolean isInternet;
    private String reason = "";

    RecordHeader(RecordText text) {
        this.text = text;
    }

    /// Reads the header up to the data.
    ///
    /// @return the kind of the type, or [RecordKind#OTHER] where the class is not IN, or [RecordKind#MALFORMED]
    ///     where there is no header
    RecordKind read() {
        reason = findType();
        if (!reason.isEmpty()) {
            return RecordKind.MALFORMED;
        }
        var kind = RecordKind.of(text.bytes(), typeStart, typeEnd);
        if (kind == RecordKind.MALFORMED) {
            reason = "no record type: " + Excerpt.of(text.string(typeStart, typeEnd));
        }
        text.skipSpace();
        return isInternet || kind == RecordKind.MALFORMED ? kind : RecordKind.OTHER;
    }

    /// Why there is no header.
    String reason() {
        return reason;
    }

    /// The type's mnemonic in upper case.
    String type() {
        return text.string(typeStart, typeEnd).toUpperCase(Locale.ROOT);
    }

    /// Finds the type; gives what is wrong where there is none.
    private String findType() {
        var hasTtl = false;
        var hasClass = false;
        isInternet = true;
        while (true) {
            text.skipSpace();
            var from = text.token();
            var to = text.position();
            if (from == to) {
                return "no record type";
            }
            var first = text.bytes()[from];
            if (!hasTtl && first >= '0' && first <= '9') {
                hasTtl = true;
                if (!isTtl(from, to)) {
                    return "no time to live: " + Excerpt.of(text.string(from, to));
                }
            } else if (!hasClass && isClass(from, to)) {
                hasClass = true;
            } else {
                typeStart = from;
                typeEnd = to;
                return "";
            }
        }
    }

    private boolean isClass(int from, int to) {
        var bytes = text.bytes();
        if (to - from == 2) {
            var second = bytes[from + 1] & 0xdf;
            isInternet = (bytes[from] & 0xdf) != 'C' && (bytes[from] & 0xdf) != 'H';
            return switch (bytes[from] & 0xdf) {
                case 'I' -> second == 'N';
                case 'C' -> second == 'H' || second == 'S';
                case 'H' -> second == 'S';
                default -> false;
            };
        }
        return to - from > 5 && (bytes[from] & 0xdf) == 'C' && isNumberedClass(text.string(from, to));
    }

    private boolean isNumberedClass(String token) {
        var isClass = NUMBERED_CLASS.matcher(token).matches();
        isInternet = !isClass || Integer.parseInt(token.substring(5)) == DClass.IN;
        return isClass;
    }

    /// Seconds, or numbers with units as BIND writes them.
    private boolean isTtl(int from, int to) {
        for (var i = from; i < to; i++) {
            var c = text.bytes()[i];
            if ((c < '0' || c > '9') && "smhdwSMHDW".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
