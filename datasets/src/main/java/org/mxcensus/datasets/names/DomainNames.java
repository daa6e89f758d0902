package org.mxcensus.datasets.names;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.util.ICUInputTooLongException;

/// The one written form of domain names.
public final class DomainNames {
    // RFC 1035 §2.3.4, as text without the final dot.
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final String TOO_LONG = "longer than 253 characters";

    // UTS 46 §4, non-transitional: "ß" stays itself. Joiners in their context only, and scripts of one direction.
    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private DomainNames() {}

    /// Brings a name into the form of the tables: lower case, A-labels, no final dot.
    ///
    /// Letters, digits, hyphens and underscores are accepted wherever they stand, since zones hold such names and
    /// names that are delegated are to be measured. A-labels are taken as they are; U-labels go through UTS 46.
    ///
    /// @param text the name as written; one final dot is accepted
    public static NameOutcome normalize(String text) {
        var isNormal = true;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0x80) {
                return international(text);
            }
            isNormal &= c < 'A' || c > 'Z';
        }
        var end = text.endsWith(".") ? text.length() - 1 : text.length();
        var name = isNormal && end == text.length() ? text : lowerCase(text, end);
        var fault = fault(name);
        return fault.isEmpty() ? new NameOutcome.Name(name) : new NameOutcome.Invalid(fault);
    }

    /// The labels in opposite order: `nl.example.mx1` for `mx1.example.nl`. Sorts names by zone.
    ///
    /// @param name a name in the form of the tables
    public static String reversed(String name) {
        var out = new StringBuilder(name.length());
        var end = name.length();
        for (var dot = name.lastIndexOf('.'); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
            out.append(name, dot + 1, end).append('.');
            end = dot;
        }
        return out.append(name, 0, end).toString();
    }

    /// The last label.
    ///
    /// @param name a name in the form of the tables
    public static String topLevel(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static NameOutcome international(String text) {
        var info = new IDNA.Info();
        String ascii;
        try {
            ascii = UTS46.nameToASCII(text, new StringBuilder(), info).toString();
        } catch (ICUInputTooLongException e) {
            return new NameOutcome.Invalid(TOO_LONG);
        }
        var end = ascii.endsWith(".") ? ascii.length() - 1 : ascii.length();
        // First our own checks: they know of lengths and emptiness in plainer words.
        var fault = fault(lowerCase(ascii, end));
        if (!fault.isEmpty()) {
            return new NameOutcome.Invalid(fault);
        }
        if (info.hasErrors()) {
            return new NameOutcome.Invalid("not an internationalized name (" + info.getErrors() + ")");
        }
        return new NameOutcome.Name(lowerCase(ascii, end));
    }

    private static String lowerCase(String ascii, int end) {
        var out = new StringBuilder(end);
        for (var i = 0; i < end; i++) {
            var c = ascii.charAt(i);
            out.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return out.toString();
    }

    /// What keeps a lower-case text from being a name; empty where nothing does.
    private static String fault(String name) {
        if (name.isEmpty()) {
            return "empty name";
        }
        var start = 0;
        for (var i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.') {
                if (i == start) {
                    return "empty label";
                }
                if (i - start > LONGEST_LABEL) {
                    return "label longer than 63 characters";
                }
                start = i + 1;
            } else if (!isNameCharacter(name.charAt(i))) {
                return "character not of names: " + shown(name.charAt(i));
            }
        }
        return name.length() > LONGEST_NAME ? TOO_LONG : "";
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private static String shown(char c) {
        return c > ' ' && c < 0x7f ? "\"" + c + "\"" : String.format("U+%04X", (int) c);
    }
}
