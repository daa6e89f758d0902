package org.mxcensus.analyzer.reconcile;

/// Which domains are counted.
public enum Population implements Rule {
    /// What a registry counts. A list of domains tells of no delegation.
    DELEGATED(
            "every delegation of the zone", //
            "CASE WHEN signed IS NULL THEN 'UNMEASURED' ELSE 'YES' END"),
    /// Domains that accept no mail are among them: a denial is an answer.
    VALIDATED_MX(
            "domains whose MX answer, or its denial, DNSSEC validates", //
            "CASE WHEN mail IS NULL THEN 'UNMEASURED' ELSE dnssec END"),
    /// An MX host that is named and has no address takes no mail.
    ACCEPTS_MAIL(
            "domains that accept mail, with MX records or without",
            "CASE WHEN mail IS NULL THEN 'UNMEASURED' WHEN mail = 'YES' AND dane IS NULL THEN 'NO' ELSE mail END"),
    NAMES_MX("domains that name MX hosts", OutcomeSql.NAMES_MX),
    /// Whether DNSSEC validates the records or not.
    PUBLISHES_TLSA(
            "domains that name an MX host with TLSA records",
            "CASE (%1$s) WHEN 'YES' THEN coalesce(published, 'NO') ELSE (%1$s) END".formatted(OutcomeSql.NAMES_MX));

    private final String phrase;
    private final String counted;

    Population(String phrase, String counted) {
        this.phrase = phrase;
        this.counted = counted;
    }

    @Override
    public String subject() {
        return "domains";
    }

    @Override
    public String phrase() {
        return phrase;
    }

    /// SQL over a domain: 'YES', 'NO' or 'UNMEASURED'.
    String counted() {
        return counted;
    }
}
