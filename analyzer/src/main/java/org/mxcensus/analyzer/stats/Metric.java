package org.mxcensus.analyzer.stats;

import java.util.Optional;
import java.util.stream.Stream;

/// What the statistics count. Each metric is defined here and nowhere else; the SQL, the API's descriptions and
/// the pages come from these definitions.
///
/// For every metric and group: frame = denominator + unmeasured + not applicable.
public enum Metric {
    MAIL(
            "mail",
            "Accepts mail",
            "Domains that name MX hosts, or have an address and no MX, among those whose MX look-up gave an answer.",
            "RFC 5321 §5.1",
            false,
            "mail",
            "NULL"),
    DNSSEC(
            "dnssec",
            "Signed with DNSSEC",
            "Domains whose MX answer, or its denial, is validated by DNSSEC; for MX hosts: whose addresses are.",
            "RFC 4035 §4.3",
            true,
            "dnssec",
            "dnssec"),
    STARTTLS(
            "starttls",
            "STARTTLS",
            "Domains that accept mail and whose every MX address takes mail over TLS.",
            "RFC 3207",
            true,
            "starttls",
            "starttls"),
    TLS13(
            "tls13",
            "TLS 1.3",
            "Domains whose every MX address that speaks TLS speaks TLS 1.3, among those with TLS at all.",
            "RFC 8446",
            true,
            "tls13",
            "tls13"),
    CERTIFICATE_TRUSTED(
            "certificate_trusted",
            "Trusted certificate",
            "Domains whose every MX address that speaks TLS shows a chain to a trusted root, among those with TLS at all.",
            "RFC 5280 §6",
            true,
            "certificate_trusted",
            "certificate_trusted"),
    CERTIFICATE_NAME(
            "certificate_name",
            "Certificate for the MX host",
            "Domains whose every MX address that speaks TLS shows a certificate that names the MX host, "
                    + "among those with TLS at all.",
            "RFC 9525 §6",
            true,
            "certificate_name",
            "certificate_name"),
    DANE(
            "dane",
            "DANE",
            "Domains whose every MX address matches its TLSA records, over a chain of secure answers, "
                    + "among those that accept mail.",
            "RFC 7672",
            true,
            StatusSql.dane("VALID"),
            StatusSql.dane("VALID")),
    DANE_DEPLOYED(
            "dane_deployed",
            "DANE deployed",
            "Domains with a secure MX answer and secure TLSA records at an MX host, whether they match or not, "
                    + "among those that accept mail.",
            "RFC 7672",
            true,
            "dane_deployed",
            "dane_deployed"),
    MTA_STS(
            "mta_sts",
            "MTA-STS",
            "Domains with a valid policy in mode enforce or testing that every MX host fulfils, "
                    + "among those that accept mail.",
            "RFC 8461",
            false,
            StatusSql.mtaSts("ENFORCING", "TESTING"),
            "NULL"),
    MTA_STS_ENFORCE(
            "mta_sts_enforce",
            "MTA-STS enforced",
            "Domains with a valid policy in mode enforce that every MX host fulfils, among those that accept mail.",
            "RFC 8461",
            false,
            StatusSql.mtaSts("ENFORCING"),
            "NULL"),
    TLSRPT(
            "tlsrpt",
            "TLS reporting",
            "Domains with a valid TLSRPT record, among those that accept mail.",
            "RFC 8460",
            false,
            "tlsrpt",
            "NULL"),
    AUTHENTICATED(
            "authenticated",
            "Authenticated transport",
            "Domains whose mail travels authenticated: DANE is valid or MTA-STS is enforced, "
                    + "among those that accept mail.",
            "RFC 7672, RFC 8461",
            false,
            "authenticated",
            "NULL"),
    TLS_SOUND(
            "tls_sound",
            "TLS without what is forbidden",
            "Domains whose every MX address that speaks TLS does so without what RFC 9325 forbids: old versions, "
                    + "weak ciphers, short keys, SHA-1; among those with TLS at all.",
            "RFC 9325",
            true,
            "tls_sound",
            "tls_sound"),
    POST_QUANTUM(
            "post_quantum",
            "Post-quantum key exchange",
            "Domains whose every MX address that speaks TLS agrees on keys by a group with ML-KEM, "
                    + "among those with TLS at all.",
            "FIPS 203",
            true,
            "post_quantum",
            "post_quantum"),
    CHAIN_COMPLETE(
            "chain_complete",
            "Complete chain",
            "Domains whose every MX address that speaks TLS sends all certificates that lead to a root, "
                    + "among those with TLS at all.",
            "RFC 8446 §4.4.2",
            true,
            "chain_complete",
            "chain_complete"),
    DANE_BROKEN(
            "dane_broken",
            "DANE broken",
            "Domains at which DANE fails: no TLSA record matches, or there is no TLS in spite of one, "
                    + "among those that accept mail.",
            "RFC 7672 §2.2",
            StatusSql.dane("MISMATCH", "STARTTLS_MISSING", "HANDSHAKE_FAILED"),
            StatusSql.dane("MISMATCH", "STARTTLS_MISSING", "HANDSHAKE_FAILED")),
    DANE_PARTIAL(
            "dane_partial",
            "DANE in part",
            "Domains at which DANE is valid at some MX addresses only, among those that accept mail.",
            "RFC 7672 §2.2",
            StatusSql.dane("PARTIAL"),
            StatusSql.dane("PARTIAL")),
    DANE_HOST_READY(
            "dane_host_ready",
            "Hosts ready for DANE, domain unsigned",
            "Domains whose every MX host is valid by DANE while their own MX answer is insecure, "
                    + "among those that accept mail.",
            "RFC 7672 §2.2.1",
            StatusSql.dane("HOST_READY_DOMAIN_INSECURE"),
            "NULL"),
    MTA_STS_TESTING(
            "mta_sts_testing",
            "MTA-STS in testing",
            "Domains with a valid policy in mode testing that every MX host fulfils, among those that accept mail.",
            "RFC 8461 §5",
            StatusSql.mtaSts("TESTING"),
            "NULL"),
    MTA_STS_NONE(
            "mta_sts_none",
            "MTA-STS switched off",
            "Domains with a valid policy in mode none, among those that accept mail.",
            "RFC 8461 §5",
            StatusSql.mtaSts("DISABLED"),
            "NULL"),
    MTA_STS_BROKEN(
            "mta_sts_broken",
            "MTA-STS broken",
            "Domains with a record whose policy cannot be had, does not parse, or is not fulfilled by an MX host, "
                    + "among those that accept mail.",
            "RFC 8461 §3",
            StatusSql.mtaSts("BROKEN"),
            "NULL"),
    DANE_AND_MTA_STS(
            "dane_and_mta_sts",
            "DANE and MTA-STS",
            "Domains with valid DANE and with a valid policy in mode enforce or testing that every MX host fulfils, "
                    + "among those that accept mail.",
            "RFC 8461 §2",
            StatusSql.DANE_AND_MTA_STS,
            "NULL");

    private final String id;
    private final String title;
    private final String sentence;
    private final String standard;
    private final boolean ofHosts;
    private final String domainFinding;
    private final String hostFinding;
    private final boolean headline;

    Metric(
            String id,
            String title,
            String sentence,
            String standard,
            boolean ofHosts,
            String domainFinding,
            String hostFinding) {
        this(id, title, sentence, standard, ofHosts, domainFinding, hostFinding, true);
    }

    /// One that is no headline.
    Metric(String id, String title, String sentence, String standard, String domainFinding, String hostFinding) {
        this(id, title, sentence, standard, !hostFinding.equals("NULL"), domainFinding, hostFinding, false);
    }

    Metric(
            String id,
            String title,
            String sentence,
            String standard,
            boolean ofHosts,
            String domainFinding,
            String hostFinding,
            boolean headline) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        this.standard = standard;
        this.ofHosts = ofHosts;
        this.domainFinding = domainFinding;
        this.hostFinding = hostFinding;
        this.headline = headline;
    }

    /// The metric's name in columns, addresses and JSON.
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /// What is counted among what, one sentence.
    public String sentence() {
        return sentence;
    }

    /// The standard that it follows.
    public String standard() {
        return standard;
    }

    /// Whether it is also counted with [Weighting#MX_HOSTS].
    public boolean ofHosts() {
        return ofHosts;
    }

    /// Whether it is among the few that a summary of a crawl shows.
    public boolean headline() {
        return headline;
    }

    /// The metric of this id; empty where there is none.
    public static Optional<Metric> find(String id) {
        return Stream.of(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }

    /// SQL over a row of `domain_verdicts`: 'YES', 'NO', 'UNMEASURED', or NULL where it does not apply.
    String domainFinding() {
        return domainFinding;
    }

    /// SQL over a row of `exchange_verdicts`, with the same values.
    String hostFinding() {
        return hostFinding;
    }
}
