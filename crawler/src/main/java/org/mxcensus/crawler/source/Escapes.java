package org.mxcensus.crawler.source;

import java.util.regex.Pattern;

/// Escapes in names of zone files: `\DDD` (RFC 1035 §5.1).
final class Escapes {
    private static final Pattern DECIMAL = Pattern.compile("\\\\(\\d{3})");

    private Escapes() {}

    /// Replaces the escapes of letters, digits, hyphen and underscore; all others stay, since they are no part of
    /// names.
    static String resolve(String name) {
        return name.indexOf('\\') < 0
                ? name
                : DECIMAL.matcher(name).replaceAll(match -> {
                    var value = Integer.parseInt(match.group(1));
                    var isPlain = value < 0x80 && (Character.isLetterOrDigit(value) || value == '-' || value == '_');
                    return isPlain ? String.valueOf((char) value) : "\\\\" + match.group(1);
                });
    }
}
