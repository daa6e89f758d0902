package org.mxcensus.analyzer.reconcile;

/// What passes.
public enum Check implements Rule {
    /// A matter of the domain; no MX host is looked at, nor the MX answer.
    DELEGATION_SIGNED("a DS record at the delegation"),
    /// Whether a record matches does not matter.
    TLSA_VALIDATED("TLSA records that DNSSEC validates"),
    /// Validated by DNSSEC as well.
    TLSA_MATCHES("a TLSA record that matches the certificate"),
    /// A validated record beside which another can take over: two of usage 3, or one each of usage 3 and usage 2.
    TLSA_ROLLOVER("validated TLSA records of a roll-over scheme"),
    /// With STARTTLS at every address, and nothing that RFC 9325 forbids.
    TLSA_AND_TLS("a TLSA record that matches, and sound TLS");

    private final String phrase;

    Check(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String subject() {
        return "check";
    }

    @Override
    public String phrase() {
        return phrase;
    }

    /// Whether MX hosts are looked at.
    boolean isOfHosts() {
        return this != DELEGATION_SIGNED;
    }

    /// SQL over a host: 'YES', 'NO' or 'UNMEASURED'.
    ///
    /// @param names what a trust anchor's leaf must name
    /// @param over which addresses of the host are looked at
    String finding(Names names, String over) {
        return switch (this) {
            case DELEGATION_SIGNED -> throw new IllegalStateException("a check of the domain");
            case TLSA_VALIDATED -> "validated";
            case TLSA_MATCHES -> names.matches(over);
            case TLSA_ROLLOVER -> OutcomeSql.and("validated", "rollover");
            case TLSA_AND_TLS -> OutcomeSql.and(names.matches(over), over + "_tls");
        };
    }
}
