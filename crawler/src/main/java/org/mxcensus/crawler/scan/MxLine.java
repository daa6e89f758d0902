package org.mxcensus.crawler.scan;

import java.util.regex.Pattern;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;

/// What a line that names an MX host of a domain comes to: `example.nl 10 mx.example.net`, or an MX record as zone
/// files
/// and resolvers write it, `example.nl. 3600 IN MX 10 mx.example.net.` (RFC 1035 §5.1).
sealed interface MxLine {

    /// Empty, or a comment.
    record Nothing() implements MxLine {}

    /// @param host empty for the root: the domain takes no mail (RFC 7505)
    record Exchange(String domain, int preference, String host) implements MxLine {}

    record Malformed(String reason) implements MxLine {}

    Pattern BLANK = Pattern.compile("\\s+");
    Pattern PREFERENCE = Pattern.compile("\\d{1,5}");
    int LARGEST = 65_535;

    static MxLine parse(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
            return new Nothing();
        }
        String[] words = BLANK.split(text);
        int last = words.length - 1;
        boolean isPair = words.length == 3 || words.length > 3 && words[last - 2].equalsIgnoreCase("MX");
        if (!isPair || !PREFERENCE.matcher(words[last - 1]).matches()) {
            return new Malformed("neither `domain preference host` nor an MX record");
        }
        int preference = Integer.parseInt(words[last - 1]);
        return preference > LARGEST
                ? new Malformed("a preference above " + LARGEST)
                : exchange(DomainNames.normalize(words[0]), preference, words[last]);
    }

    private static MxLine exchange(NameOutcome domain, int preference, String host) {
        return switch (domain) {
            case NameOutcome.Invalid(String reason) -> new Malformed("the domain: " + reason);
            case NameOutcome.Name(String name) ->
                host.equals(".")
                        ? new Exchange(name, preference, "")
                        : switch (DomainNames.normalize(host)) {
                            case NameOutcome.Invalid(String reason) -> new Malformed("the host: " + reason);
                            case NameOutcome.Name(String exchange) -> new Exchange(name, preference, exchange);
                        };
        };
    }
}
