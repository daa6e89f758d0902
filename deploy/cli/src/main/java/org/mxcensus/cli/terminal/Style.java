package org.mxcensus.cli.terminal;

/// How words are emphasized. Colour never carries a meaning alone: the word or the sign beside it says the same.
public enum Style {
    PLAIN,
    COLOURED;

    private static final String ESCAPE = "\u001b[";

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String good(String text) {
        return paint("32", text);
    }

    public String bad(String text) {
        return paint("31", text);
    }

    public String doubtful(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED -> ESCAPE + code + "m" + text + ESCAPE + "0m";
        };
    }
}
