package org.mxcensus.analyzer.stats;

import java.util.Set;

/// What is counted of domains: whether they have mail, whether they are signed, and what they publish beside MX.
final class MailMetrics {
    static final Definition MAIL = Definition.since(
                    "0.1.0",
                    "Accepts mail",
                    "Mail",
                    "Domains that name MX hosts, or have an address and no MX, "
                            + "among those whose MX look-up gave an answer.",
                    "RFC 5321 §5.1",
                    Predicate.column("v.mail"))
            .inHeadlines();
    static final Definition DNSSEC = Definition.since(
                    "0.1.0",
                    "Signed with DNSSEC",
                    "DNSSEC",
                    "Domains whose MX answer, or its denial, is validated by DNSSEC; for MX hosts: whose addresses are.",
                    "RFC 4035 §4.3",
                    Predicate.column("v.dnssec"))
            .ofHostsToo()
            .inHeadlines();
    static final Definition NULL_MX = Definition.since(
            "0.1.0",
            "Null MX",
            "Null MX",
            "Domains that say by a null MX, and nothing beside it, that they accept no mail, "
                    + "among those whose MX look-up gave an answer.",
            "RFC 7505 §3",
            Predicate.isOneOf("o.mx_status", Set.of("UNMEASURED"), "NULL_MX"));
    static final Definition MAIL_ANSWERED = Definition.since(
                    "0.1.0",
                    "Takes connections",
                    "Takes connections",
                    "Domains at which an address of an MX host takes a connection for mail and tells whether it does "
                            + "STARTTLS, among those that accept mail.",
                    "RFC 5321 §3.1",
                    new Predicate("""
                            CASE WHEN v.mail = 'NO' THEN NULL WHEN v.mail = 'UNMEASURED' THEN 'UNMEASURED' \
                            WHEN v.dane_hosts.accepting > 0 THEN 'YES' WHEN v.starttls IS NULL THEN 'NO' \
                            ELSE 'UNMEASURED' END"""))
            .ofHosts(new Predicate("""
                    CASE WHEN v.measured > 0 THEN 'YES' WHEN v.starttls IS NULL THEN 'NO' ELSE 'UNMEASURED' END"""));
    static final Definition DELEGATION_SIGNED = Definition.since(
            "0.1.0",
            "Signed delegation",
            "DS",
            "Domains for which the zone that delegates them holds a DS record, among those that come from a zone; "
                    + "of those that come from lists alone it could not be told.",
            "RFC 4035 §2.4",
            new Predicate(
                    "CASE WHEN f.delegation_ds THEN 'YES' WHEN NOT f.delegation_ds THEN 'NO' ELSE 'UNMEASURED' END"));
    static final Definition SPF = Definition.since(
            "0.1.0",
            "SPF",
            "SPF",
            "Domains with a single valid SPF record, among those that exist.",
            "RFC 7208 §3",
            existing(Predicate.isOneOf("o.spf.status", Set.of("UNMEASURED", "NOT_ASKED"), "VALID")));
    static final Definition DMARC = Definition.since(
            "0.1.0",
            "DMARC",
            "DMARC",
            "Domains with a single valid DMARC record of their own, among those that exist.",
            "RFC 9989",
            existing(Predicate.isOneOf("o.dmarc.status", Set.of("UNMEASURED", "NOT_ASKED"), "VALID")));
    static final Definition DMARC_NONE = dmarc("DMARC with policy none", "DMARC none", "none");
    static final Definition DMARC_QUARANTINE = dmarc("DMARC with policy quarantine", "DMARC quarantine", "quarantine");
    static final Definition DMARC_REJECT = dmarc("DMARC with policy reject", "DMARC reject", "reject");
    static final Definition DKIM_HINT = hint(
            "Sign of DKIM",
            "DKIM sign",
            "Domains below whose name _domainkey lies something, among those where that could be asked for and told.",
            "RFC 6376 §3.6.2",
            "o.dkim_hint");
    static final Definition OPENPGPKEY_HINT = hint(
            "Sign of OPENPGPKEY",
            "OPENPGPKEY sign",
            "Domains below whose name _openpgpkey lies something, among those where that could be asked for and told.",
            "RFC 7929 §3",
            "o.openpgpkey_hint");
    static final Definition SMIMEA_HINT = hint(
            "Sign of SMIMEA",
            "SMIMEA sign",
            "Domains below whose name _smimecert lies something, among those where that could be asked for and told.",
            "RFC 8162 §3",
            "o.smimea_hint");

    private MailMetrics() {}

    private static Definition dmarc(String title, String label, String policy) {
        return Definition.since(
                "0.1.0",
                title,
                label,
                "Domains with a single valid DMARC record of their own that asks for policy %s, among those that exist."
                        .formatted(policy),
                "RFC 9989",
                existing(new Predicate("""
                        CASE WHEN o.dmarc.status IN ('UNMEASURED', 'NOT_ASKED') THEN 'UNMEASURED' \
                        WHEN o.dmarc.status = 'VALID' AND o.dmarc.policy = '%s' THEN 'YES' ELSE 'NO' END""".formatted(policy))));
    }

    /// [org.mxcensus.datasets.observation.Hint]: where a zone denies no name, that a name exists tells nothing.
    private static Definition hint(String title, String label, String sentence, String standard, String column) {
        return Definition.since(
                "0.1.0",
                title,
                label,
                sentence,
                standard,
                existing(Predicate.isOneOf(column, Set.of("UNRELIABLE", "UNMEASURED", "NOT_ASKED"), "PRESENT")));
    }

    /// Of a domain that does not exist nothing else is asked.
    private static Predicate existing(Predicate predicate) {
        return new Predicate("CASE WHEN o.mx_status = 'NXDOMAIN' THEN NULL ELSE %s END".formatted(predicate.sql()));
    }
}
