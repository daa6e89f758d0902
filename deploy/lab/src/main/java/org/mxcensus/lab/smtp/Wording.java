package org.mxcensus.lab.smtp;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.lab.world.Offer;
import org.mxcensus.lab.world.Speech;

/// How a server puts what it says. `%s` stands for the host's name.
record Wording(Speech speech, Offer offer) {

    private static final String GREETING = "220 %s ESMTP mxcensus lab";
    private static final List<String> LINES =
            List.of("220-%s ESMTP mxcensus lab\r\n", "220-Nobody sends mail to a lab.\r\n", "220 Be brief.\r\n");
    private static final int LINES_AT_ONCE = 64;

    /// A greeting in pieces.
    ///
    /// @param pauseMillis from one piece to the next
    record Greeting(Iterator<String> pieces, long pauseMillis) {}

    Greeting greeting() {
        return switch (speech) {
            case PLAIN, BARE_LF, MIXED_CODES -> at(0, GREETING + "\r\n");
            // ISO 8859-1; in UTF-8 it would be something else.
            case EIGHT_BIT -> at(0, GREETING + " gr\u00fc\u00dft\r\n");
            case MULTI_LINE -> at(0, String.join("", LINES));
            case SLOW -> at(100, LINES.toArray(String[]::new));
            // Few lines, drawn from without end.
            case ENDLESS ->
                new Greeting(
                        Stream.generate(() -> LINES.getFirst().repeat(LINES_AT_ONCE))
                                .iterator(),
                        10);
            case TARPIT ->
                new Greeting(
                        (GREETING + "\r\n")
                                .chars()
                                .mapToObj(Character::toString)
                                .iterator(),
                        5_000);
        };
    }

    private static Greeting at(long pauseMillis, String... pieces) {
        return new Greeting(List.of(pieces).iterator(), pauseMillis);
    }

    /// The beginning of a greeting that does not come to its end.
    String broken() {
        return LINES.getFirst();
    }

    /// The reply to EHLO.
    ///
    /// @param starttls whether the server has it
    String welcome(boolean starttls, boolean encrypted) {
        List<String> words = new ArrayList<>(List.of("%s", "PIPELINING", "SIZE 10485760"));
        if (starttls) {
            words.addAll(encrypted ? afterTls() : beforeTls());
        }
        words.addAll(List.of("ENHANCEDSTATUSCODES", "8BITMIME"));
        int last = words.size() - 1;
        return String.join(
                "\r\n",
                IntStream.rangeClosed(0, last)
                        .mapToObj(i -> i == last ? "250 " + words.get(i) : code(i) + "-" + words.get(i))
                        .toList());
    }

    /// RFC 5321 §4.2.1: the lines of a reply have one code.
    private int code(int line) {
        return speech == Speech.MIXED_CODES && line % 2 == 1 ? 251 : 250;
    }

    private List<String> beforeTls() {
        return switch (offer) {
            case ONCE, AFTER_TLS, REQUIRETLS -> List.of("STARTTLS");
            case LOWER_CASE -> List.of("starttls");
            case WITH_PARAMETERS -> List.of("STARTTLS REQUIRED");
            case TWICE -> List.of("STARTTLS", "STARTTLS");
        };
    }

    /// RFC 3207 §4.2: after STARTTLS it is not offered again.
    private List<String> afterTls() {
        return switch (offer) {
            case ONCE, LOWER_CASE, WITH_PARAMETERS, TWICE -> List.of();
            case AFTER_TLS -> List.of("STARTTLS");
            case REQUIRETLS -> List.of("REQUIRETLS");
        };
    }

    /// The line ends that the server uses.
    String ended(String text) {
        return speech == Speech.BARE_LF ? text.replace("\r\n", "\n") : text;
    }
}
