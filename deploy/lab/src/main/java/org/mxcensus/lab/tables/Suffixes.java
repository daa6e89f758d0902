package org.mxcensus.lab.tables;

import java.util.List;

/// The top-level domains of generated frames.
final class Suffixes {
    private static final List<String> NAMES = List.of(
            "com", "nl", "se", "de", "org", "net", "ch", "fr", "be", "uk", "it", "pl", "eu", "cz", "dk", "no", "fi",
            "at", "br", "gov");

    private Suffixes() {}

    /// One of so many, the first ones more often. Those that have no name of the world's are numbered.
    static String draw(Draw draw, int tlds) {
        double share = draw.share();
        int number = (int) (tlds * share * share);
        return number < NAMES.size() ? NAMES.get(number) : "tld" + number;
    }

    /// How many of its domains are signed.
    static double signed(String suffix) {
        return switch (suffix) {
            case "nl", "se", "cz", "no" -> 0.55;
            case "ch", "dk", "fi", "be" -> 0.35;
            case "gov", "br", "eu" -> 0.2;
            default -> 0.06;
        };
    }
}
