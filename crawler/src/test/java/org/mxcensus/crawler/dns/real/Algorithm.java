package org.mxcensus.crawler.dns.real;

/// What zones are signed with (RFC 8624 §3.1), and what PowerDNS calls it; the others call it as it is called here.
enum Algorithm {
    RSASHA256("rsasha256"),
    ECDSAP256SHA256("ecdsa256"),
    ED25519("ed25519"),
    // These ldns only.
    RSASHA1("rsasha1"),
    RSASHA512("rsasha512"),
    ECDSAP384SHA384("ecdsa384");

    private final String powerDns;

    Algorithm(String powerDns) {
        this.powerDns = powerDns;
    }

    /// Whether keys come in lengths.
    boolean isRsa() {
        return name().startsWith("RSA");
    }

    String powerDns() {
        return powerDns;
    }
}
