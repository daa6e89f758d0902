package org.mxcensus.crawler.smtp;

import java.util.List;
import org.mxcensus.datasets.observation.SmtpReply;

/// A positive reply to EHLO (RFC 5321 §4.1.1.1).
///
/// @param name what the server calls itself
/// @param extensions keywords with their parameters, as sent
public record Ehlo(String name, List<String> extensions) {

    public Ehlo {
        extensions = List.copyOf(extensions);
    }

    public static Ehlo of(SmtpReply reply) {
        List<String> lines = reply.text().lines().map(String::strip).toList();
        // The first line is a greeting, whatever it says; each further one a keyword.
        String name = lines.isEmpty() ? "" : firstWord(lines.getFirst());
        return new Ehlo(
                name, lines.stream().skip(1).filter(line -> !line.isEmpty()).toList());
    }

    /// RFC 5321 §2.4: keywords in any case.
    public boolean offers(String keyword) {
        return extensions.stream().anyMatch(line -> firstWord(line).equalsIgnoreCase(keyword));
    }

    private static String firstWord(String line) {
        return line.split("\\s", 2)[0];
    }
}
