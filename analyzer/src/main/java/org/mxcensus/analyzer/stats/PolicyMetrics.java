package org.mxcensus.analyzer.stats;

import java.util.Set;
import java.util.stream.Stream;

/// What is counted of MTA-STS, of TLS reporting, and of MTA-STS together with DANE.
final class PolicyMetrics {
    static final Definition MTA_STS = Definition.since(
                    "0.1.0",
                    "MTA-STS",
                    "MTA-STS",
                    "Domains with a valid policy in mode enforce or testing that every MX host fulfils, "
                            + "among those that accept mail.",
                    "RFC 8461",
                    status("ENFORCING", "TESTING"))
            .inHeadlines();
    static final Definition ENFORCE = Definition.since(
                    "0.1.0",
                    "MTA-STS enforced",
                    "Enforced",
                    "Domains with a valid policy in mode enforce that every MX host fulfils, "
                            + "among those that accept mail.",
                    "RFC 8461",
                    status("ENFORCING"))
            .inHeadlines();
    static final Definition TESTING = Definition.since(
            "0.1.0",
            "MTA-STS in testing",
            "Testing",
            "Domains with a valid policy in mode testing that every MX host fulfils, among those that accept mail.",
            "RFC 8461 §5",
            status("TESTING"));
    static final Definition NONE = Definition.since(
            "0.1.0",
            "MTA-STS switched off",
            "Switched off",
            "Domains with a valid policy in mode none, among those that accept mail.",
            "RFC 8461 §5",
            status("DISABLED"));
    static final Definition BROKEN = Definition.since(
            "0.1.0",
            "MTA-STS broken",
            "MTA-STS broken",
            "Domains with a record whose policy cannot be had, does not parse, or is not fulfilled by an MX host, "
                    + "among those that accept mail.",
            "RFC 8461 §3",
            status("BROKEN"));
    static final Definition DEPLOYED = Definition.since(
            "0.1.0",
            "MTA-STS deployed",
            "MTA-STS deployed",
            "Domains with a single valid MTA-STS record, whatever becomes of the policy, among those that accept mail.",
            "RFC 8461 §3.1",
            status("ENFORCING", "TESTING", "DISABLED", "BROKEN"));
    static final Definition UNAVAILABLE = Definition.since(
            "0.1.0",
            "MTA-STS broken: no policy to be had",
            "No policy",
            "Domains with a record whose policy host has no address, no valid certificate or no proper answer, "
                    + "among those that accept mail.",
            "RFC 8461 §3.3",
            broken(
                    "NO_POLICY_HOST",
                    "POLICY_HOST_BOGUS",
                    "POLICY_CERTIFICATE",
                    "POLICY_HANDSHAKE",
                    "REDIRECT",
                    "HTTP_STATUS",
                    "HTTP"));
    static final Definition MALFORMED = Definition.since(
            "0.1.0",
            "MTA-STS broken: the policy does not parse",
            "Policy malformed",
            "Domains with a record whose policy does not follow its grammar, among those that accept mail.",
            "RFC 8461 §3.2",
            broken("SYNTAX"));
    static final Definition UNFULFILLED = Definition.since(
            "0.1.0",
            "MTA-STS broken: an MX host does not fulfil the policy",
            "Not fulfilled",
            "Domains with a valid policy that does not name an MX host, or whose MX host has no STARTTLS or no valid "
                    + "certificate, among those that accept mail.",
            "RFC 8461 §4",
            broken("MX_NOT_COVERED", "MX_WITHOUT_TLS", "MX_CERTIFICATE"));
    static final Definition TLSRPT = Definition.since(
                    "0.1.0",
                    "TLS reporting",
                    "TLSRPT",
                    "Domains with a valid TLSRPT record, among those that accept mail.",
                    "RFC 8460",
                    Predicate.column("v.tlsrpt"))
            .inHeadlines();
    static final Definition AUTHENTICATED = Definition.since(
                    "0.1.0",
                    "Authenticated transport",
                    "Authenticated",
                    "Domains whose mail travels authenticated: DANE is valid or MTA-STS is enforced, "
                            + "among those that accept mail.",
                    "RFC 7672, RFC 8461",
                    Predicate.column("v.authenticated"))
            .inHeadlines();
    /// Both, by Kleene's logic: what fails for certain decides, whatever could not be told. A domain that accepts mail
    /// and has no verdict on DANE has none of it.
    static final Definition DANE_AND_MTA_STS = Definition.since(
            "0.1.0",
            "DANE and MTA-STS",
            "Both",
            "Domains with valid DANE and with a valid policy in mode enforce or testing that every MX host fulfils, "
                    + "among those that accept mail.",
            "RFC 8461 §2",
            new Predicate("""
                    CASE WHEN v.mta_sts IS NULL THEN NULL \
                    WHEN coalesce(v.dane_valid, 'NO') = 'NO' THEN 'NO' \
                    WHEN v.mta_sts NOT IN ('ENFORCING', 'TESTING', 'UNMEASURED') THEN 'NO' \
                    WHEN v.dane_valid = 'YES' AND v.mta_sts <> 'UNMEASURED' THEN 'YES' ELSE 'UNMEASURED' END"""));

    private PolicyMetrics() {}

    private static Predicate status(String... yes) {
        return Predicate.isOneOf("v.mta_sts", Set.of("UNMEASURED"), yes);
    }

    /// What is found broken first; a cause that is not known could be any.
    private static Predicate broken(String... causes) {
        return new Predicate("""
                CASE WHEN v.mta_sts IS NULL THEN NULL WHEN v.mta_sts = 'UNMEASURED' THEN 'UNMEASURED' \
                WHEN v.mta_sts <> 'BROKEN' THEN 'NO' WHEN v.mta_sts_cause IN (%s) THEN 'YES' \
                WHEN v.mta_sts_cause IS NULL THEN 'UNMEASURED' ELSE 'NO' END""".formatted(Predicate.quoted(Stream.of(causes))));
    }
}
