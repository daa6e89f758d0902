package org.mxcensus.datasets.records;

/// Foreign text for a sentence of ours: short, and without characters that a terminal would obey.
public final class Excerpt {
    private static final int LENGTH = 60;

    private Excerpt() {}

    /// In quotes.
    public static String of(String text) {
        return "\"" + bare(text) + "\"";
    }

    /// Without quotes, for a text that stands by itself.
    public static String bare(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LENGTH).forEach(c -> shown.appendCodePoint(isControl(c) ? '\uFFFD' : c));
        return text.codePointCount(0, text.length()) > LENGTH
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static boolean isControl(int c) {
        return c < ' ' || c >= 0x7f && c < 0xa0;
    }
}
