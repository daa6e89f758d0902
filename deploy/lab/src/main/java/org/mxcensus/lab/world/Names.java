package org.mxcensus.lab.world;

import java.util.Locale;
import java.util.regex.Pattern;

/// Domain names as worlds write them: lower case, A-labels, without the final dot; `.` is the root.
public final class Names {

    // Underscores are allowed: a world may hold names that are no host names.
    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");

    // RFC 1035 §2.3.4: 255 octets on the wire, which is 253 as text without the final dot.
    private static final int LONGEST = 253;

    // What people write where a host belongs: URLs, numbers, dashes. Whatever needs no escaping in a zone file.
    private static final Pattern ANYTHING = Pattern.compile("[a-z0-9_/:~?=&%+-]{1,63}(\\.[a-z0-9_/:~?=&%+-]{1,63})*");

    private Names() {}

    /// Whether this is a domain name in its normal form.
    public static boolean isName(String name) {
        return name.length() <= LONGEST && LABELS.matcher(name).matches();
    }

    /// What an MX record names: the normal form of a name, or else what people write in its place.
    static String exchange(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return bare.length() <= LONGEST && ANYTHING.matcher(bare).matches() ? bare : normal(name);
    }

    /// The normal form; an [IllegalArgumentException] says what is wrong with a name that has none.
    public static String normal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals(".")) {
            return lower;
        }
        String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        if (!isName(bare)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a domain name (write international names as A-labels, xn--…)");
        }
        return bare;
    }
}
