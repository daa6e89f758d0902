package org.mxcensus.datasets.records;

import java.util.regex.Pattern;

/// The text form of addresses (RFC 3986 §3.2.2 for IPv4, RFC 4291 §2.2 for IPv6), without ever asking a resolver.
final class IpText {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IP4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private IpText() {}

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
