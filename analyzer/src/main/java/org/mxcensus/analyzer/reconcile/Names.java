package org.mxcensus.analyzer.reconcile;

/// What a certificate below a trust anchor (usage 2) must name. Of no account to other checks than those that match.
public enum Names implements Rule {
    REFERENCE_IDENTIFIER(
            "below a trust anchor the certificate names host or domain (RFC 7672 §3.2.2)", "named", "named"),
    ANY("below a trust anchor any certificate will do", "'YES'", "'UNMEASURED'");

    private final String phrase;
    private final String otherName;
    private final String perhapsOtherName;

    /// @param otherName what is made of a certificate that does not name the host; as SQL over a host of a domain
    /// @param perhapsOtherName the same where it is not known why no record matches
    Names(String phrase, String otherName, String perhapsOtherName) {
        this.phrase = phrase;
        this.otherName = otherName;
        this.perhapsOtherName = perhapsOtherName;
    }

    @Override
    public String subject() {
        return "names";
    }

    @Override
    public String phrase() {
        return phrase;
    }

    /// SQL over a host of a domain: whether a TLSA record matches at the addresses that are looked at.
    ///
    /// Where DANE of the domain as a whole is valid, it is so at each of its hosts, whose certificates may name the
    /// domain.
    String matches(String over) {
        return """
                CASE WHEN named = 'YES' THEN 'YES' ELSE CASE %s_dane WHEN 'VALID' THEN 'YES' WHEN 'FAILS' THEN 'NO' \
                WHEN 'NAME' THEN %s WHEN 'PERHAPS_NAME' THEN %s ELSE 'UNMEASURED' END END""".formatted(over, otherName, perhapsOtherName);
    }
}
