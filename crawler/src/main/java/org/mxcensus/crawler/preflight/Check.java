package org.mxcensus.crawler.preflight;

/// What is checked, in the order of what rests on what.
public enum Check {
    /// The resolver validates, so that what it says of our own names can be believed too.
    RESOLVER("the resolver"),
    /// Our name and our addresses lead to each other (RFC 8601 §2.7.3 calls that `iprev`).
    NAME("name and addresses"),
    /// Who wonders about us finds out whom to write to (RFC 9511).
    PROBING_TXT("probing.txt"),
    /// Mail servers can be reached at all.
    PORT("the way to mail servers"),
    /// Nobody takes us for a sender of spam (RFC 5782).
    BLOCK_LISTS("block lists");

    private final String title;

    Check(String title) {
        this.title = title;
    }

    /// For a person.
    public String title() {
        return title;
    }
}
