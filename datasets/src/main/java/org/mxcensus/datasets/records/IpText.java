package org.mxcensus.datasets.records;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text form of addresses (RFC 3986 §3.2.2 for IPv4, RFC 4291 §2.2 for IPv6), without ever asking a resolver.
final class IpText {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IP4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private IpText() {}

    /// The text of an address.
    ///
    /// @param address four or sixteen bytes
    static String of(byte[] address) {
        return address.length == 4 ? dotted(address) : colons(address);
    }

    private static String dotted(byte[] address) {
        return (address[0] & 0xff) + "." + (address[1] & 0xff) + "." + (address[2] & 0xff) + "." + (address[3] & 0xff);
    }

    /// RFC 5952 §4: no leading zeros, small letters, the first of the longest runs of at least two zero groups as `::`.
    private static String colons(byte[] address) {
        var groups = new int[8];
        for (var i = 0; i < 8; i++) {
            groups[i] = (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff;
        }
        var start = 0;
        var length = 1;
        for (var i = 0; i < 8; i++) {
            var end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        if (length < 2) {
            return hex(groups, 0, 8);
        }
        return hex(groups, 0, start) + "::" + hex(groups, start + length, 8);
    }

    private static String hex(int[] groups, int from, int to) {
        return Arrays.stream(groups, from, to).mapToObj(Integer::toHexString).collect(Collectors.joining(":"));
    }

    static boolean valid4(String text) {
        return IP4.matcher(text).matches();
    }

    static boolean valid6(String text) {
        var gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        var before = gap == 0 ? 0 : groups(text.substring(0, gap), false);
        var after = gap + 2 == text.length() ? 0 : groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    /// The number of 16-bit groups, negative where one is none; a dotted quad at the end counts for two.
    private static int groups(String text, boolean atEnd) {
        var parts = text.split(":", -1);
        var count = 0;
        for (var i = 0; i < parts.length; i++) {
            if (GROUP.matcher(parts[i]).matches()) {
                count++;
            } else if (atEnd && i == parts.length - 1 && valid4(parts[i])) {
                count += 2;
            } else {
                return -1;
            }
        }
        return count;
    }
}
