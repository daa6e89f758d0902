package org.mxcensus.lab.world;

/// What certificate a server shows.
public enum CertificateKind implements Fixture {
    CA_SIGNED("ca-signed", "Issued by the lab's CA for the right name, sent with its intermediate."),
    CA_SIGNED_NO_CHAIN(
            "ca-signed-no-chain", "Issued by the lab's CA for the right name, sent without its intermediate."),
    SELF_SIGNED("self-signed", "Signed by its own key, for the right name."),
    EXPIRED("expired", "Issued by the lab's CA for the right name, expired long ago."),
    WRONG_NAME("wrong-name", "Issued by the lab's CA for another name."),
    WILDCARD("wildcard", "Issued by the lab's CA for every name beside the right one, which all show the same.");

    /// The name that a certificate for all names beside this one is issued for (RFC 9525 §6.3).
    public static String wildcard(String name) {
        return "*." + ZoneCuts.parent(name);
    }

    private final String id;
    private final String description;

    CertificateKind(String id, String description) {
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
