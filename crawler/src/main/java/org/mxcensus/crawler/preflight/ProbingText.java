package org.mxcensus.crawler.preflight;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Probe Description File (RFC 9511 §2.2), in the format of RFC 9116 §4: what whoever wonders about a probe finds
/// at the name of the address that it came from.
///
/// @param canonical where the file lies
/// @param contact whom to write to, the preferred first
/// @param expires RFC 3339 dates; a good file has one
/// @param languages lists of languages; a good file has one at most
/// @param description what is measured
/// @param garbage lines that are neither fields nor comments
public record ProbingText(
        List<String> canonical,
        List<String> contact,
        List<String> expires,
        List<String> languages,
        List<String> description,
        List<String> garbage) {

    /// RFC 9511 §2.2; the path is that of RFC 8615.
    public static final String PATH = "/.well-known/probing.txt";

    /// RFC 9116 §2.5.5 wants less than a year; half of one leaves time to forget it.
    public static final Duration VALIDITY = Duration.ofDays(180);

    private static final Pattern FIELD = Pattern.compile("([!-9;-~]+):[ \\t]+(.*\\S)\\s*");

    public ProbingText {
        canonical = List.copyOf(canonical);
        contact = List.copyOf(contact);
        expires = List.copyOf(expires);
        languages = List.copyOf(languages);
        description = List.copyOf(description);
        garbage = List.copyOf(garbage);
    }

    /// What an operator should publish from now on.
    ///
    /// @param host the EHLO name, which is also what the addresses are called in the reverse DNS (RFC 9511 §3)
    public static ProbingText of(Operator operator, String host, Instant now) {
        return new ProbingText(
                List.of("https://" + host + PATH),
                operator.contacts(),
                List.of(now.plus(VALIDITY).truncatedTo(ChronoUnit.DAYS).toString()),
                List.of(String.join(", ", operator.languages())),
                List.of(operator.description()),
                List.of());
    }

    /// Reads a file. Whatever is wrong with it is kept, for somebody to judge.
    public static ProbingText parse(String text) {
        Map<String, List<String>> fields = new HashMap<>();
        List<String> garbage = new ArrayList<>();
        for (String line : Signature.signed(text.lines().toList())) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                // RFC 9116 §2: names in any case; unknown fields are passed over.
                fields.computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                        .add(field.group(2));
            } else {
                garbage.add(line);
            }
        }
        return new ProbingText(
                fields.getOrDefault("canonical", List.of()),
                fields.getOrDefault("contact", List.of()),
                fields.getOrDefault("expires", List.of()),
                fields.getOrDefault("preferred-languages", List.of()),
                fields.getOrDefault("description", List.of()),
                garbage);
    }

    /// The file.
    public String text() {
        StringBuilder text = new StringBuilder("# Who measures from here, and what (RFC 9511)\n");
        canonical.forEach(value -> line(text, "Canonical", value));
        contact.forEach(value -> line(text, "Contact", value));
        expires.forEach(value -> line(text, "Expires", value));
        languages.forEach(value -> line(text, "Preferred-Languages", value));
        description.forEach(value -> line(text, "Description", value));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    /// The cleartext signature that a file may have (RFC 9116 §2.3, RFC 9580 §7).
    private static final class Signature {
        private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
        private static final String END = "-----BEGIN PGP SIGNATURE-----";

        /// What is signed; all of a file without a signature. The signature is not looked at.
        static List<String> signed(List<String> lines) {
            if (lines.isEmpty() || !lines.getFirst().strip().equals(BEGIN)) {
                return lines;
            }
            return lines.stream()
                    .skip(1)
                    .dropWhile(line -> !line.isBlank())
                    .takeWhile(line -> !line.strip().equals(END))
                    .map(line -> line.startsWith("- ") ? line.substring(2) : line)
                    .toList();
        }
    }
}
