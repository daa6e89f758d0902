package org.mxcensus.analyzer.publish;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Names of domains and hosts, mail addresses and IPv4 addresses in a text: what stands between characters that are in
/// none of them, and has a dot.
final class NamesInText {
    private static final Pattern IP4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    private NamesInText() {}

    /// The text with another in the place of each such name; the very same text where there is none.
    ///
    /// @param sought asked of each name, in lower case and without dots at its ends
    static String replaced(String text, Predicate<String> sought, String instead) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        StringBuilder left = new StringBuilder();
        int kept = 0;
        for (int from = start(text, 0); from < text.length(); ) {
            int to = end(text, from);
            if (sought.test(name(text, from, to))) {
                left.append(text, kept, from).append(instead);
                kept = to;
            }
            from = start(text, to);
        }
        return kept == 0 ? text : left.append(text, kept, text.length()).toString();
    }

    static boolean anyOf(String text, Predicate<String> sought) {
        for (int from = start(text, 0); from < text.length(); ) {
            int to = end(text, from);
            if (sought.test(name(text, from, to))) {
                return true;
            }
            from = start(text, to);
        }
        return false;
    }

    static boolean isAddress(String name) {
        return !name.isEmpty() && name.charAt(0) <= '9' && IP4.matcher(name).matches();
    }

    /// Where the next name begins.
    private static int start(String text, int from) {
        int start = from;
        while (start < text.length() && (!isPart(text.charAt(start)) || text.charAt(start) == '.')) {
            start++;
        }
        return start;
    }

    /// Where the name ends that begins here.
    private static int end(String text, int from) {
        int to = from;
        while (to < text.length() && isPart(text.charAt(to))) {
            to++;
        }
        while (text.charAt(to - 1) == '.') {
            to--;
        }
        return to;
    }

    private static boolean isPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ".-_@+".indexOf(c) >= 0;
    }

    /// Without the part of a mail address before the at sign.
    private static String name(String text, int from, int to) {
        int at = text.lastIndexOf('@', to - 1);
        return text.substring(Math.max(from, at + 1), to).toLowerCase(Locale.ROOT);
    }
}
