package org.mxcensus.datasets.records;

import java.util.regex.Pattern;

/// Macro strings and domain specifications of SPF (RFC 7208 §7.1), read in one pass however long they are.
final class SpfMacro {
    // macro-letter transformers *delimiter, between "%{" and "}"; RFC 7208 §7.3: a number of labels is not zero
    private static final String REST = "(?:0*[1-9]\\d*)?r?[.\\-+,/_=]*";
    private static final Pattern OF_TEXT = Pattern.compile("[slodiphcrtv]" + REST, Pattern.CASE_INSENSITIVE);
    // RFC 7208 §7.2: "c", "r" and "t" only in the text of an explanation
    private static final Pattern OF_DOMAIN = Pattern.compile("[slodiphv]" + REST, Pattern.CASE_INSENSITIVE);
    // toplabel: letters, digits and inner hyphens, not digits alone
    private static final Pattern TOP_LABEL =
            Pattern.compile("(?!\\d+$)[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?", Pattern.CASE_INSENSITIVE);

    private SpfMacro() {}

    /// macro-string = *( macro-expand / macro-literal )
    static boolean isString(String text) {
        return lastExpansionEnd(text, OF_TEXT) >= 0;
    }

    /// domain-spec = macro-string domain-end; domain-end = ( "." toplabel [ "." ] ) / macro-expand
    static boolean isDomain(String text) {
        var end = lastExpansionEnd(text, OF_DOMAIN);
        if (end < 0 || text.isEmpty()) {
            return false;
        }
        if (end == text.length()) {
            return true;
        }
        var name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        var dot = name.lastIndexOf('.');
        return dot >= end && TOP_LABEL.matcher(name.substring(dot + 1)).matches();
    }

    /// Where the last macro-expand ends, 0 where there is none, negative where this is no macro-string.
    private static int lastExpansionEnd(String text, Pattern body) {
        var end = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < '!' || c > '~') {
                return -1;
            }
            if (c == '%') {
                i = expansionEnd(text, i, body);
                if (i < 0) {
                    return -1;
                }
                end = i + 1;
            }
        }
        return end;
    }

    /// The index of the last character of the macro-expand that begins here, negative where none does.
    private static int expansionEnd(String text, int start, Pattern body) {
        if (start + 1 == text.length()) {
            return -1;
        }
        return switch (text.charAt(start + 1)) {
            case '%', '_', '-' -> start + 1;
            case '{' -> {
                var close = text.indexOf('}', start);
                yield close > 0
                                && body.matcher(text.substring(start + 2, close))
                                        .matches()
                        ? close
                        : -1;
            }
            default -> -1;
        };
    }
}
