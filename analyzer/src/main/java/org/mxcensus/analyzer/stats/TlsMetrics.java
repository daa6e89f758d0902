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

    private TlsMetrics() {}
}
