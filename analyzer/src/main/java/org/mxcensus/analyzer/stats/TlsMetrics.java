package org.mxcensus.analyzer.stats;

/// What is counted of STARTTLS, sessions and certificates.
final class TlsMetrics {
    static final Definition STARTTLS = Definition.since(
                    "0.1.0",
                    "STARTTLS",
                    "STARTTLS",
                    "Domains that accept mail and whose every MX address takes mail over TLS.",
                    "RFC 3207",
                    Predicate.column("v.starttls"))
            .ofHostsToo()
            .inHeadlines();
    static final Definition TLS13 = Definition.since(
                    "0.1.0",
                    "TLS 1.3",
                    "TLS 1.3",
                    "Domains whose every MX address that speaks TLS speaks TLS 1.3, among those with TLS at all.",
                    "RFC 8446",
                    Predicate.column("v.tls13"))
            .ofHostsToo()
            .inHeadlines();
    static final Definition CERTIFICATE_TRUSTED = Definition.since(
                    "0.1.0",
                    "Trusted certificate",
                    "Trusted",
                    "Domains whose every MX address that speaks TLS shows a chain to a trusted root, "
                            + "among those with TLS at all.",
                    "RFC 5280 §6",
                    Predicate.column("v.certificate_trusted"))
            .ofHostsToo()
            .inHeadlines();
    static final Definition CERTIFICATE_NAME = Definition.since(
                    "0.1.0",
                    "Certificate for the MX host",
                    "Name fits",
                    "Domains whose every MX address that speaks TLS shows a certificate that names the MX host, "
                            + "among those with TLS at all.",
                    "RFC 9525 §6",
                    Predicate.column("v.certificate_name"))
            .ofHostsToo()
            .inHeadlines();
    static final Definition TLS_SOUND = Definition.since(
                    "0.1.0",
                    "TLS without what is forbidden",
                    "Sound TLS",
                    "Domains whose every MX address that speaks TLS does so without what RFC 9325 forbids: old versions, "
                            + "weak ciphers, short keys, SHA-1; among those with TLS at all.",
                    "RFC 9325",
                    Predicate.column("v.tls_sound"))
            .ofHostsToo()
            .inHeadlines();
    static final Definition POST_QUANTUM = Definition.since(
                    "0.1.0",
                    "Post-quantum key exchange",
                    "Post-quantum",
                    "Domains whose every MX address that speaks TLS agrees on keys by a group with ML-KEM, "
                            + "among those with TLS at all.",
                    "FIPS 203",
                    Predicate.column("v.post_quantum"))
            .ofHostsToo()
            .inHeadlines();
    static final Definition CHAIN_COMPLETE = Definition.since(
                    "0.1.0",
                    "Complete chain",
                    "Chain",
                    "Domains whose every MX address that speaks TLS sends all certificates that lead to a root, "
                            + "among those with TLS at all.",
                    "RFC 8446 §4.4.2",
                    Predicate.column("v.chain_complete"))
            .ofHostsToo()
            .inHeadlines();

    static final Definition STARTTLS_SOMEWHERE = trait(
            "STARTTLS somewhere",
            "Some STARTTLS",
            "Domains that accept mail and have an MX address that takes it over TLS.",
            "RFC 3207",
            "some_tls");
    static final Definition TLS12 = trait(
            "TLS 1.2 or later",
            "TLS 1.2+",
            "Domains whose every MX address that speaks TLS speaks TLS 1.2 or later, among those with TLS at all.",
            "RFC 5246",
            "tls12");
    static final Definition LEGACY_ONLY = trait(
            "Old TLS only",
            "Old TLS only",
            "Domains whose every MX address that speaks TLS speaks versions before TLS 1.2 alone, "
                    + "among those with TLS at all.",
            "RFC 8996",
            "legacy_only");
    static final Definition SELF_SIGNED = trait(
            "Self-signed certificate",
            "Self-signed",
            "Domains with an MX address that shows a certificate signed with its own key, among those with TLS at all.",
            "RFC 5280 §3.2",
            "self_signed");
    static final Definition DANE_NAME = trait(
            "Certificate for the MX host, as DANE-TA compares",
            "Name fits for DANE",
            "Domains whose every MX address that speaks TLS shows a certificate that names the MX host by its DNS names, "
                    + "or by its common name where it has none, among those with TLS at all.",
            "RFC 7672 §3.2.3",
            "dane_name");
    static final Definition NEXT_HOP_NAME = Definition.since(
            "0.1.0",
            "Certificate for the domain itself",
            "Names the domain",
            "Domains whose every MX address that speaks TLS shows a certificate that names the domain itself, whatever "
                    + "else it names, among those with TLS at all.",
            "RFC 7672 §3.2.2, RFC 9525 §6",
            Predicate.column("v.next_hop_name"));
    static final Definition EXPIRES_14 = trait(
            "Certificate ends within 14 days",
            "Ends in 14 days",
            "Domains with an MX address that shows a certificate which ends within 14 days or has ended, "
                    + "among those with TLS at all.",
            "RFC 5280 §4.1.2.5",
            "expires_soon");
    static final Definition EXPIRES_30 = trait(
            "Certificate ends within 30 days",
            "Ends in 30 days",
            "Domains with an MX address that shows a certificate which ends within 30 days or has ended, "
                    + "among those with TLS at all.",
            "RFC 5280 §4.1.2.5",
            "expires_this_month");
    static final Definition RSA_KEY = trait(
            "RSA key",
            "RSA",
            "Domains with an MX address that shows a certificate of an RSA key, among those with TLS at all.",
            "RFC 3279 §2.3.1",
            "rsa_key");
    static final Definition EC_KEY = trait(
            "Elliptic-curve key",
            "EC",
            "Domains with an MX address that shows a certificate of a key on an elliptic curve, "
                    + "among those with TLS at all.",
            "RFC 5480",
            "ec_key");
    static final Definition REQUIRETLS = trait(
            "REQUIRETLS",
            "REQUIRETLS",
            "Domains whose every MX address that speaks TLS offers REQUIRETLS after that, among those with TLS at all.",
            "RFC 8689 §2",
            "requiretls");

    private TlsMetrics() {}

    /// [org.mxcensus.datasets.schema.TlsTraits]
    private static Definition trait(String title, String label, String sentence, String standard, String field) {
        return Definition.since("0.1.0", title, label, sentence, standard, Predicate.column("v.tls_traits." + field))
                .ofHostsToo();
    }
}
