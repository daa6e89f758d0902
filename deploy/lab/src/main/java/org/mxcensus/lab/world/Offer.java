package org.mxcensus.lab.world;

/// How a mail server that has STARTTLS announces it.
public enum Offer implements Fixture {
    ONCE("Once, before TLS (RFC 3207 §4.2)."),
    LOWER_CASE("In lower case (RFC 5321 §2.4 allows any)."),
    WITH_PARAMETERS("With parameters, which RFC 3207 §2 does not know."),
    TWICE("On two lines."),
    AFTER_TLS("Before TLS and again after it, against RFC 3207 §4.2."),
    REQUIRETLS("Once, before TLS; after it REQUIRETLS (RFC 8689 §2).");

    private final String description;

    Offer(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }
}
