package org.mxcensus.crawler.dns;

import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/// Names as text: presentation format, lower case, without the final dot.
public final class Names {

    private Names() {}

    /// Whether a text is a name as a look-up returns it.
    public static boolean isName(String text) {
        return parse(text).map(Names::text).filter(text::equals).isPresent();
    }

    /// @return empty where the text cannot be a name: a label or the whole is too long, a label is empty
    static Optional<Name> parse(String text) {
        try {
            return Optional.of(Name.fromString(text, Name.root));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    /// @return empty text for the root
    static String text(Name name) {
        return name.equals(Name.root) ? "" : name.toString(true).toLowerCase(Locale.ROOT);
    }
}
