package org.mxcensus.lab.world;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A TLSA record of a world: usage, selector, matching type and where the data comes from (RFC 6698 §2.1).
///
/// @param data `auto`, `previous` or hexadecimal digits
public record TlsaSpec(int usage, int selector, int matching, String data) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})\\s+(auto|previous|(?:[0-9a-fA-F]{2})+)");

    /// Reads `3 1 1 auto` and its like; an [IllegalArgumentException] says what is wrong.
    public static TlsaSpec parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("TLSA '" + text
                    + "' is not of the form 'USAGE SELECTOR MATCHING DATA' with DATA auto, previous or hexadecimal");
        }
        TlsaSpec tlsa = new TlsaSpec(octet(form.group(1)), octet(form.group(2)), octet(form.group(3)), form.group(4));
        boolean derived = tlsa.isAuto() || tlsa.isPrevious();
        if (derived && (tlsa.usage() > 3 || tlsa.selector() > 1 || tlsa.matching() > 2)) {
            throw new IllegalArgumentException("TLSA '" + text + "' has no right data: for " + tlsa.data()
                    + " the usage is 0 to 3, the selector 0 or 1, the matching type 0 to 2");
        }
        return tlsa;
    }

    private static int octet(String digits) {
        int value = Integer.parseInt(digits);
        if (value > 255) {
            throw new IllegalArgumentException("TLSA field " + digits + " does not fit into an octet");
        }
        return value;
    }

    /// Whether the lab works out the data from the host's own certificate.
    public boolean isAuto() {
        return data.equals("auto");
    }

    /// Whether the data is that of the host's key before the present one.
    public boolean isPrevious() {
        return data.equals("previous");
    }

    @Override
    public String toString() {
        return usage + " " + selector + " " + matching + " " + data;
    }
}
