package org.mxcensus.cli.preflight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.crawler.preflight.Operator;
import org.mxcensus.crawler.preflight.ProbingText;
import org.mxcensus.datasets.store.UserError;

/// What a measurement shows at its name: a page for people, and the Probe Description File (RFC 9511 §2.2).
///
/// @param page HTML that needs nothing but itself
/// @param probing the file
public record ScannerSite(String page, ProbingText probing) {

    /// @param name our EHLO name
    /// @param addresses that the measurement comes from; none where they are not known
    public static ScannerSite of(Operator operator, String name, List<InetAddress> addresses, Instant now) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("organisation", escape(operator.organisation()));
        words.put("name", escape(name));
        words.put("purpose", escape(operator.purpose()));
        words.put("schedule", escape(operator.schedule()));
        words.put("results", escape(operator.results()));
        words.put("addresses", addresses(addresses));
        words.put("opt-out", link(operator.optOut()));
        words.put(
                "contacts", operator.contacts().stream().map(ScannerSite::link).collect(Collectors.joining(" or ")));
        words.put("languages", escape(String.join(", ", operator.languages())));
        String page = template();
        for (Map.Entry<String, String> word : words.entrySet()) {
            page = page.replace("{{" + word.getKey() + "}}", word.getValue());
        }
        return new ScannerSite(page, ProbingText.of(operator, name, now));
    }

    /// @param directory made where it does not exist; files of the same names are replaced
    /// @throws UserError where it cannot be written
    public void write(Path directory) {
        try {
            Path wellKnown = Files.createDirectories(directory.resolve(".well-known"));
            Files.writeString(directory.resolve("index.html"), page);
            Files.writeString(wellKnown.resolve("probing.txt"), probing.text());
        } catch (IOException e) {
            throw new UserError(
                    "Cannot write to %s (%s); name another directory with --write-page."
                            .formatted(directory, UserError.why(e)),
                    e);
        }
    }

    private static String addresses(List<InetAddress> addresses) {
        return addresses.isEmpty()
                ? "<p>They are those that the name above leads to.</p>"
                : addresses.stream()
                        .map(address -> "<li><code>" + Literal.text(address) + "</code></li>")
                        .collect(Collectors.joining("", "<ul class=\"addresses\">", "</ul>"));
    }

    private static String link(String uri) {
        return "<a href=\"%s\">%s</a>".formatted(escape(uri), escape(uri.replaceFirst("^(mailto|tel):", "")));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream template = ScannerSite.class.getResourceAsStream("scanner.html")) {
            if (template == null) {
                throw new IllegalStateException("scanner.html is missing beside " + ScannerSite.class.getName());
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
