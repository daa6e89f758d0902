package org.mxcensus.analyzer.reconcile;

/// Which MX hosts must pass. A host without an address that takes mail is never among them.
///
/// Where no host is left, the domain does not pass; where one that was left out might have passed, it could not be
/// told.
public enum Hosts implements Rule {
    EVERY("every MX host", "among_all", "TRUE", "whole"),
    /// Those with an address that gave an answer about STARTTLS, at such addresses.
    ACCEPTING("every MX host that accepts connections", "among_accepting", "TRUE", "reached"),
    /// The same among those of the lowest preference (RFC 5321 §5.1).
    PRIMARY_ACCEPTING(
            "every primary MX host that accepts connections", "among_primary_accepting", "preferred", "reached"),
    /// Those with TLSA records, whether DNSSEC validates them or not.
    PUBLISHING("every MX host with TLSA records", "among_publishing", "TRUE", "whole");

    /// All addresses of a host.
    static final String WHOLE = "whole";

    private final String phrase;
    private final String among;
    private final String eligible;
    private final String over;

    Hosts(String phrase, String among, String eligible, String over) {
        this.phrase = phrase;
        this.among = among;
        this.eligible = eligible;
        this.over = over;
    }

    @Override
    public String subject() {
        return "hosts";
    }

    @Override
    public String phrase() {
        return phrase;
    }

    /// The column over a host that says whether it must pass: 'YES', 'NO' or 'UNMEASURED'.
    String among() {
        return among;
    }

    /// SQL over a host: whether it would have to pass, were it there.
    String eligible() {
        return eligible;
    }

    /// Which addresses of a host are looked at: the first word of the columns about them.
    String over() {
        return over;
    }
}
