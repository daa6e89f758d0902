package org.mxcensus.lab.world;

/// What certificate a server shows.
public enum CertificateKind implements Fixture {
    CA_SIGNED("Issued by the lab's CA for the right name, sent with its intermediate."),
    CA_SIGNED_NO_CHAIN("Issued by the lab's CA for the right name, sent without its intermediate."),
    WITH_ROOT("As ca-signed, sent with the root too."),
    SHUFFLED("As ca-signed, sent with the root before the intermediate."),
    LONG_CHAIN("Issued by the last of a row of the lab's intermediates: a chain of 40 certificates."),
    MISSING_LINK("As long-chain, sent with the first intermediate of the row alone."),
    EXPIRED_ISSUER("Issued for the right name by an intermediate that expired long ago, sent with it."),
    SELF_SIGNED("Signed by its own key, for the right name."),
    UNKNOWN_CA("Issued for the right name by a CA that nobody knows, sent with its certificate."),
    EXPIRED("Issued by the lab's CA for the right name, expired long ago."),
    NOT_YET_VALID("Issued by the lab's CA for the right name, valid in a year's time."),
    WRONG_NAME("Issued by the lab's CA for another name."),
    WILDCARD("Issued by the lab's CA for every name beside the right one, which all show the same."),
    NO_SAN("Issued by the lab's CA with the right name as its common name, without alternative names."),
    IP_SAN("Issued by the lab's CA for an IP address: no alternative name is a DNS name."),
    SHA1("Issued by the lab's RSA intermediate for the right name, signed with SHA-1."),
    MD5("Issued by the lab's RSA intermediate for the right name, signed with MD5."),
    HUGE("As ca-signed, with an extension of 1 MiB."),
    NAMED_ONLY("As ca-signed to who names the host in the handshake; to others self-signed, for another name.");

    private final String description;

    CertificateKind(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }

    /// The name that a certificate for all names beside this one is issued for (RFC 9525 §6.3).
    public static String wildcard(String name) {
        return "*." + ZoneCuts.parent(name);
    }
}
