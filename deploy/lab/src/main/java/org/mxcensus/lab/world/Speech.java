package org.mxcensus.lab.world;

/// How a mail server says what it says.
public enum Speech implements Fixture {
    PLAIN("Replies of RFC 5321, at once."),
    MULTI_LINE("A greeting of three lines."),
    SLOW("A greeting of three lines with pauses between them."),
    TARPIT("A greeting of a byte every five seconds."),
    ENDLESS("A greeting of one line after the other that never ends."),
    BARE_LF("Lines that end in LF alone."),
    EIGHT_BIT("A greeting with bytes beyond ASCII that are not UTF-8."),
    MIXED_CODES("Lines of one reply that carry different codes; the last line carries the right one.");

    private final String description;

    Speech(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }
}
