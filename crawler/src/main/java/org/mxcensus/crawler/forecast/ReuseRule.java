package org.mxcensus.crawler.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mxcensus.datasets.store.UserError;

/// When names of an address take over what others have shown.
public enum ReuseRule {
    /// Never: each name is probed.
    NONE,
    /// What four names have shown alike, be it a chain or that nobody takes the connection, is taken over by further
    /// names without TLSA. Any difference ends that for good, a lost call and plain answers included.
    STRICT,
    /// The same, but a call that was lost is no difference, and whatever happens before a name is spoken, plain answers
    /// and silence included, is the address's own.
    LENIENT;

    /// What the crawler does.
    public static final ReuseRule USUAL = LENIENT;

    /// @param name `none`, `strict` or `lenient`
    /// @throws UserError for any other name
    public static ReuseRule named(String name) {
        List<String> names = Arrays.stream(values())
                .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = names.indexOf(name.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new UserError("There is no reuse rule \"%s\"; choose %s.".formatted(name, String.join(", ", names)));
        }
        return values()[at];
    }
}
