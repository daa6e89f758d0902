package org.mxcensus.lab.world;

/// How a domain's zone answers for names that it does not hold.
public enum Denial implements Fixture {
    NXDOMAIN("nxdomain", "Names that do not exist are denied."),
    NODATA("nodata", "Compact denial (RFC 9824): every name exists, most of them without data."),
    WILDCARD("wildcard", "A wildcard answers with an address and a text; it has no other types.");

    private final String id;
    private final String description;

    Denial(String id, String description) {
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
}
