package org.mxcensus.crawler.preflight;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Who measures, as the world is told.
///
/// @param organisation who measures
/// @param contacts URIs, the preferred first: `mailto:`, `https:` or `tel:` (RFC 9116 §2.5.3)
/// @param optOut a URI to write to for not being measured
/// @param name the EHLO name, where it is told here
/// @param addresses that the measurement comes from, where they are told here
/// @param languages that the contacts read, as RFC 5646 tags
/// @param description one line that says what is done
/// @param purpose why, a paragraph for the page
/// @param schedule how often, a sentence for the page
/// @param results what becomes of the data, a paragraph for the page
public record Operator(
        String organisation,
        List<String> contacts,
        String optOut,
        Optional<String> name,
        List<InetAddress> addresses,
        List<String> languages,
        String description,
        String purpose,
        String schedule,
        String results) {
    public Operator {
        contacts = List.copyOf(contacts);
        addresses = List.copyOf(addresses);
        languages = List.copyOf(languages);
    }

    /// Whether a text is one that RFC 9116 §2.5.3 takes for a contact.
    public static boolean isContact(String text) {
        return text.matches("mailto:[^\\s@]+@[^\\s@]+|https://[^\\s/]+\\.[^\\s]+|tel:\\+?[0-9().-]+");
    }
}
