package org.mxcensus.lab.world;

/// How the resolver answers for a name and everything below it.
public enum DnsBehaviour implements Fixture {
    OK("The truth is told, signed where the zone is signed."),
    SERVFAIL("SERVFAIL, also with CD=1, with extended error 22 (no reachable authority)."),
    BOGUS("Signatures that do not verify: SERVFAIL with extended error 6, the data only with CD=1."),
    BOGUS_UNEXPLAINED("As bogus, from a resolver that gives no extended error."),
    TIMEOUT("No answer at all."),
    REFUSED("REFUSED."),
    MALFORMED("An answer that breaks off in the middle of a record.");

    private final String description;

    DnsBehaviour(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }

    /// Whether validation fails while the data is there.
    public boolean isBogus() {
        return this == BOGUS || this == BOGUS_UNEXPLAINED;
    }
}
