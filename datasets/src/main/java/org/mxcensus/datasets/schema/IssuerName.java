package org.mxcensus.datasets.schema;

import org.mxcensus.datasets.records.Excerpt;

/// Who issued a leaf certificate, as columns `issuers` have it.
public final class IssuerName {

    /// Stands for a leaf that its own key has signed (RFC 5280 §3.2). No issuer is called so, since [#of] puts a name
    /// that reads like it in quotes.
    public static final String SELF_SIGNED = "self-signed";

    private IssuerName() {}

    /// A name that anybody may have written, short and without control characters.
    ///
    /// @param text organisation or common name, as sent
    public static String of(String text) {
        String name = Excerpt.bare(text.strip());
        return name.equalsIgnoreCase(SELF_SIGNED) ? Excerpt.of(name) : name;
    }
}
