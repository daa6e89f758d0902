package org.mxcensus.lab.world;

/// How a domain's zone answers for names that it does not hold.
public enum Denial implements Fixture {
    NXDOMAIN("Names that do not exist are denied."),
    NODATA("Compact denial (RFC 9824): every name exists, most of them without data."),
    WILDCARD("A wildcard answers with an address and a text; it has no other types.");

    private final String description;

    Denial(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }
}
