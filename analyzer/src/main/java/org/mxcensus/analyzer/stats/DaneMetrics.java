package org.mxcensus.analyzer.stats;

import java.util.Set;

/// What is counted of DANE. The verdict of a domain has one status, so those that fail are told apart without overlap.
/// Whether DANE is valid can be told of more domains than their status: one host without TLSA records beside one that
/// could not be measured is enough for a NO. All addresses of one host share its TLSA look-up, so of hosts the status
/// tells. By which name DANE fails is told only where all parts could be.
final class DaneMetrics {
    /// States of [org.mxcensus.datasets.schema.DaneStatus] that say that it could not be told.
    private static final Set<String> UNTOLD = Set.of("LOOKUP_FAILED", "UNMEASURED");
    /// And one that says that it fails, and not whether everywhere.
    private static final Set<String> UNNAMED = Set.of("LOOKUP_FAILED", "UNMEASURED", "FAILS_SOMEWHERE");

    static final Definition DANE = Definition.since(
                    "0.1.0",
                    "DANE",
                    "DANE",
                    "Domains whose every MX address matches its TLSA records, over a chain of secure answers, "
                            + "among those that accept mail.",
                    "RFC 7672",
                    Predicate.column("v.dane_valid"))
            .ofHosts(Predicate.isOneOf("v.dane", UNTOLD, "VALID"))
            .inHeadlines();
    static final Definition DEPLOYED = Definition.since(
                    "0.1.0",
                    "DANE deployed",
                    "DANE deployed",
                    "Domains with a secure MX answer and secure TLSA records at an MX host, whether they match or not, "
                            + "among those that accept mail.",
                    "RFC 7672",
                    Predicate.column("v.dane_deployed"))
            .ofHostsToo()
            .inHeadlines();
    static final Definition BROKEN = Definition.since(
                    "0.1.0",
                    "DANE broken",
                    "DANE broken",
                    "Domains at which DANE fails: no TLSA record matches, or there is no TLS in spite of one, "
                            + "among those that accept mail.",
                    "RFC 7672 §2.2",
                    status("MISMATCH", "STARTTLS_MISSING", "HANDSHAKE_FAILED"))
            .ofHostsToo();
    static final Definition PARTIAL = Definition.since(
                    "0.1.0",
                    "DANE in part",
                    "DANE in part",
                    "Domains at which DANE is valid at some MX addresses only, among those that accept mail.",
                    "RFC 7672 §2.2",
                    status("PARTIAL"))
            .ofHostsToo();
    /// A domain whose MX answer is insecure has not deployed DANE, whatever could not be told of its hosts.
    static final Definition HOST_READY = Definition.since(
            "0.1.0",
            "Hosts ready for DANE, domain unsigned",
            "Hosts ready",
            "Domains whose every MX host is valid by DANE while their own MX answer is insecure, "
                    + "among those that accept mail.",
            "RFC 7672 §2.2.1",
            new Predicate("""
                    CASE WHEN v.dane IS NULL THEN NULL \
                    WHEN v.dane = 'HOST_READY_DOMAIN_INSECURE' THEN 'YES' \
                    WHEN v.dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 'UNMEASURED' \
                    WHEN v.dane = 'NOT_DEPLOYED' AND v.dane_hosts.everywhere = 'UNMEASURED' THEN 'UNMEASURED' \
                    ELSE 'NO' END"""));
    static final Definition MISMATCH = Definition.since(
                    "0.1.0",
                    "DANE broken: no record matches",
                    "No TLSA match",
                    "Domains at which DANE fails since no usable TLSA record matches what the server shows, "
                            + "among those that accept mail.",
                    "RFC 7672 §2.2",
                    status("MISMATCH"))
            .ofHostsToo();
    static final Definition STARTTLS_MISSING = Definition.since(
                    "0.1.0",
                    "DANE broken: no STARTTLS",
                    "TLSA, no STARTTLS",
                    "Domains at which DANE fails since there are secure TLSA records and the server does no STARTTLS, "
                            + "among those that accept mail.",
                    "RFC 7672 §2.2",
                    status("STARTTLS_MISSING"))
            .ofHostsToo();
    static final Definition HANDSHAKE_FAILED = Definition.since(
                    "0.1.0",
                    "DANE broken: the handshake fails",
                    "TLSA, no handshake",
                    "Domains at which DANE fails since there are secure TLSA records and the TLS handshake fails, "
                            + "among those that accept mail.",
                    "RFC 7672 §2.2",
                    status("HANDSHAKE_FAILED"))
            .ofHostsToo();
    static final Definition UNUSABLE = Definition.since(
                    "0.1.0",
                    "DANE unusable",
                    "TLSA unusable",
                    "Domains with secure TLSA records none of which a sender can use, so that TLS is encrypted and not "
                            + "authenticated, among those that accept mail.",
                    "RFC 7672 §2.2",
                    status("UNUSABLE"))
            .ofHostsToo();
    /// Only what the zone or its servers cause, whoever asks, is a finding.
    static final Definition LOOKUP_FAILED = Definition.since(
                    "0.1.0",
                    "TLSA look-up broken",
                    "TLSA look-up fails",
                    "Domains at which the look-up of TLSA records below a secure MX host ends in SERVFAIL or a bogus "
                            + "answer, so that senders with DANE defer, among those that accept mail; other failures of it "
                            + "are unmeasured.",
                    "RFC 7672 §2.1.2",
                    new Predicate("""
                            CASE WHEN v.dane IS NULL THEN NULL \
                            WHEN v.dane IN ('FAILS_SOMEWHERE', 'UNMEASURED') THEN 'UNMEASURED' WHEN v.dane <> 'LOOKUP_FAILED' THEN 'NO' \
                            WHEN v.dane_cause IN ('LOOKUP_SERVFAIL', 'LOOKUP_BOGUS') THEN 'YES' ELSE 'UNMEASURED' END"""))
            .ofHostsToo();
    static final Definition PREFERRED = Definition.since(
            "0.1.0",
            "DANE at the preferred hosts",
            "Preferred hosts",
            "Domains whose every most preferred MX host is valid by DANE, whatever the backups are, "
                    + "among those whose preferred hosts accept mail.",
            "RFC 7672 §2.2",
            part("preferred"));
    static final Definition REACHED = Definition.since(
            "0.1.0",
            "DANE at the hosts that take connections",
            "Reached hosts",
            "Domains with a secure MX answer whose every MX host that takes connections is valid by DANE, at the addresses "
                    + "that gave an answer, among those with such a host.",
            "RFC 7672 §2.2",
            part("reached"));

    private DaneMetrics() {}

    /// By which name it fails: where some part could not be told, the name of another one is not that of all.
    private static Predicate status(String... yes) {
        return Predicate.isOneOf("v.dane", UNNAMED, yes);
    }

    /// The verdict over a part of the hosts; where nothing is known of any host, it could not be told.
    private static Predicate part(String field) {
        return new Predicate(
                "CASE WHEN v.dane IS NULL THEN NULL WHEN v.dane_hosts.hosts = 0 THEN 'UNMEASURED' ELSE %s END"
                        .formatted(Predicate.isOneOf("v.dane_hosts." + field, UNTOLD, "VALID")
                                .sql()));
    }
}
