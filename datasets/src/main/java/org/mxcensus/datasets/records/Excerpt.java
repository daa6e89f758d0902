package org.mxcensus.datasets.records;

/// Foreign text for a sentence of ours: short, and without characters that a terminal would obey.
public final class Excerpt {
    private static final int LENGTH = 60;

    private Excerpt() {}

    public static String of(String text) {
        var shown = new StringBuilder("\"");
        text.chars().limit(LENGTH).forEach(c -> shown.append(c < ' ' || c >= 0x7f && c < 0xa0 ? '\uFFFD' : (char) c));
        return shown.append(text.length() > LENGTH ? "…\"" : "\"").toString();
    }
}
