package org.mxcensus.lab.world;

/// How the resolver answers for a name and everything below it.
public enum DnsBehaviour implements Fixture {
    OK("ok", "The truth is told, signed where the zone is signed."),
    SERVFAIL("servfail", "SERVFAIL, also with CD=1, with extended error 22 (no reachable authority)."),
    BOGUS("bogus", "Signatures that do not verify: SERVFAIL with extended error 6, the data only with CD=1."),
    BOGUS_UNEXPLAINED("bogus-unexplained", "As bogus, from a resolver that gives no extended error."),
    TIMEOUT("timeout", "No answer at all."),
    REFUSED("refused", "REFUSED."),
    MALFORMED("malformed", "An answer that breaks off in the middle of a record.");

    private final String id;
    private final String description;

    DnsBehaviour(String id, String description) {
        this.id = id;
        this.description = description;
    }

    @Override
    public String id() {
        return id;
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
