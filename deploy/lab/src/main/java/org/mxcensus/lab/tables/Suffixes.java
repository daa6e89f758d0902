package org.mxcensus.lab.tables;

import java.util.List;

/// The top-level domains of generated frames.
final class Suffixes {
    private static final List<String> NAMES = List.of(
            "com", "nl", "se", "de", "org", "net", "ch", "fr", "be", "uk", "it", "pl", "eu", "cz", "dk", "no", "fi",
            "at", "br", "gov");

    private Suffixes() {}

    /// One of them, the first ones more often.
    static String draw(Draw draw) {
        double share = draw.share();
        return NAMES.get((int) (NAMES.size() * share * share));
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
