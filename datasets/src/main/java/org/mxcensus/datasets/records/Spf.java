package org.mxcensus.datasets.records;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.SpfRecord;

/// SPF records (RFC 7208).
public final class Spf {
    // RFC 7208 §4.5: the version section ends with a space or with the record. ABNF strings ignore case (RFC 5234
    // §2.3).
    private static final Pattern VERSION = Pattern.compile("v=spf1(?: .*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    // RFC 7208 §4.6.1: name = ALPHA *( ALPHA / DIGIT / "-" / "_" / "." )
    private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9_.\\-]*)=(.*)", Pattern.DOTALL);

    private Spf() {}

    /// The SPF record among the TXT records of a domain.
    ///
    /// @param texts each record's strings, joined without spaces (RFC 7208 §3.3)
    public static RecordOutcome<SpfRecord> select(List<String> texts) {
        // RFC 7208 §4.5: discard other versions; more than one left is a permanent error.
        return Selection.exactlyOne(texts, text -> VERSION.matcher(text).matches(), Spf::parse);
    }

    private static RecordOutcome<SpfRecord> parse(String text) {
        var all = "";
        var modifiers = new HashSet<String>();
        // RFC 7208 §4.5: record = version terms *SP; §4.6.1: terms = *( 1*SP ( directive / modifier ) )
        for (var word : text.substring("v=spf1".length()).split(" +")) {
            if (word.isEmpty()) {
                continue;
            }
            var modifier = MODIFIER.matcher(word);
            var isModifier = modifier.matches();
            if (isModifier && !validModifier(modifier.group(1), modifier.group(2))) {
                return new RecordOutcome.Malformed<>(text, "not a modifier of SPF: " + Excerpt.of(word));
            }
            if (isModifier) {
                var name = modifier.group(1).toLowerCase(Locale.ROOT);
                if (known(name) && !modifiers.add(name)) {
                    // RFC 7208 §6: each of the two at most once.
                    return new RecordOutcome.Malformed<>(text, "modifier " + name + " appears twice");
                }
                continue;
            }
            var term = SpfTerm.of(word);
            if (!term.valid()) {
                return new RecordOutcome.Malformed<>(text, "not a mechanism of SPF: " + Excerpt.of(word));
            }
            if (all.isEmpty() && term.mechanism().equals("all")) {
                // RFC 7208 §5.1: what follows the first "all" is never evaluated.
                all = String.valueOf(term.qualifier());
            }
        }
        return new RecordOutcome.Valid<>(new SpfRecord(all), text);
    }

    private static boolean validModifier(String name, String value) {
        // RFC 7208 §6: redirect and exp take a domain; others are ignored, but must be macro strings.
        return known(name.toLowerCase(Locale.ROOT)) ? SpfMacro.isDomain(value) : SpfMacro.isString(value);
    }

    private static boolean known(String modifier) {
        return modifier.equals("redirect") || modifier.equals("exp");
    }
}
