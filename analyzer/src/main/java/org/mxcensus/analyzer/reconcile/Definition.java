package org.mxcensus.analyzer.reconcile;

import java.util.Optional;
import java.util.stream.Stream;

/// A share that somebody publishes, as rules over our evidence.
///
/// What a definition says of a domain follows from its rules alone; what of the publisher's own figure they do not
/// reproduce is part of the definition.
public enum Definition {
    SIGNED_SHARE(
            "signed_share",
            "Signed share of a registry",
            "Domains with a DS record among all delegations of the zone.",
            "registries, such as SIDN for .nl: https://stats.sidnlabs.nl/en/dnssec.html",
            "A registry also counts names that are registered and not delegated; no zone file has these.",
            new Rules(
                    Population.DELEGATED,
                    Hosts.EVERY,
                    Check.DELEGATION_SIGNED,
                    Names.REFERENCE_IDENTIFIER,
                    MxAnswer.SECURE)),
    DANE_SURVEY(
            "dane_survey",
            "DANE survey",
            "Domains whose every primary MX host that accepts connections has TLSA records that match, among those whose "
                    + "MX answer DNSSEC validates.",
            "https://stats.dnssec-tools.org/about.html, and monthly on the list dane-users: "
                    + "https://mail.sys4.de/pipermail/dane-users/2023-February/000647.html",
            "The survey looks every day, from one place, at the signed delegations below all public suffixes that it gets "
                    + "data of. It does not say what becomes of a domain none of whose primary hosts accepts connections: "
                    + "here it could not be told, unless none of them can have a record that matches. A list of ours may "
                    + "name domains that do not exist, and a secure denial of these counts here.",
            new Rules(
                    Population.VALIDATED_MX,
                    Hosts.PRIMARY_ACCEPTING,
                    Check.TLSA_MATCHES,
                    Names.REFERENCE_IDENTIFIER,
                    MxAnswer.SECURE)),
    INTERNET_NL_DANE(
            "internet_nl_dane",
            "Internet.nl, DANE of mail servers",
            "Domains that name MX hosts, every one of which that accepts connections has validated TLSA records, one of "
                    + "which matches.",
            Sources.INTERNET_NL,
            "Internet.nl looks at TLSA only where STARTTLS works, so records of a server without it are untested there and "
                    + "fail here. That the MX answer is secure is another category there, and so no part of this. It "
                    + "publishes the result of a domain; who adds them up chooses the domains.",
            new Rules(Population.NAMES_MX, Hosts.ACCEPTING, Check.TLSA_MATCHES, Names.ANY, MxAnswer.ANY)),
    INTERNET_NL_ROLLOVER(
            "internet_nl_rollover",
            "Internet.nl, DANE roll-over scheme",
            "Domains that name MX hosts, every one of which that accepts connections has validated TLSA records by which "
                    + "another certificate can take over: two of usage 3, or one each of usage 3 and usage 2.",
            Sources.INTERNET_NL,
            "As of its DANE test. A note there and no condition of passing.",
            new Rules(Population.NAMES_MX, Hosts.ACCEPTING, Check.TLSA_ROLLOVER, Names.ANY, MxAnswer.ANY)),
    INTERNET_NL(
            "internet_nl",
            "Internet.nl, STARTTLS and DANE",
            "Domains that name MX hosts, every one of which does STARTTLS, without what RFC 9325 forbids, and passes the "
                    + "DANE test.",
            Sources.INTERNET_NL,
            "We see the one session that comes about, Internet.nl all versions and suites that a server offers, judged by "
                    + "the guidelines of NCSC-NL; RFC 9325 stands in for these. Cipher order, compression, renegotiation, "
                    + "0-RTT and CAA are not in our evidence. A server that cannot be reached is an error there; here the "
                    + "domain could not be told, unless another of its servers fails.",
            new Rules(Population.NAMES_MX, Hosts.EVERY, Check.TLSA_AND_TLS, Names.ANY, MxAnswer.ANY)),
    USENIX_2020(
            "usenix_2020",
            "TLSA that validates (USENIX Security 2020)",
            "Domains all of whose TLSA records DNSSEC validates, among those that name an MX host with TLSA records. The "
                    + "paper's 36 % are the rest: records that cannot be validated.",
            "Lee et al., A Longitudinal and Comprehensive Study of the DANE Ecosystem in Email: "
                    + "https://www.usenix.org/conference/usenixsecurity20/presentation/lee-hyeonmin; what its scans call "
                    + "secure, insecure and bogus: https://dane-study.github.io/security2020/server-side/",
            "The paper counts TLSA record sets of MX hosts, about 12,000 an hour from July to October 2019, of .com, .net, "
                    + ".org, .nl and .se; a definition here counts domains, and the command shows MX hosts beside them. Its "
                    + "36 % are insecure or bogus sets over all that were found. Behind a bogus answer we do not know whether there are records, so that the domain "
                    + "could not be told. Another figure of the paper, 14.17 % of records that do not match, is no share "
                    + "of record sets (its authors: https://dane-study.github.io/security2020/critics/) and not defined here.",
            new Rules(Population.PUBLISHES_TLSA, Hosts.PUBLISHING, Check.TLSA_VALIDATED, Names.ANY, MxAnswer.ANY)),
    MXCENSUS(
            "mxcensus",
            "mxcensus, valid DANE",
            "Domains whose every MX address matches its TLSA records, over a chain of secure answers, among those that "
                    + "accept mail.",
            "METRICS.md of this program",
            "It is the metric `dane`, to the last domain of a crawl that was judged by version 6 or later. Before, a domain of "
                    + "which one host has no TLSA records and another could not be told counted as unmeasured.",
            new Rules(
                    Population.ACCEPTS_MAIL,
                    Hosts.EVERY,
                    Check.TLSA_MATCHES,
                    Names.REFERENCE_IDENTIFIER,
                    MxAnswer.SECURE));

    private final String id;
    private final String title;
    private final String sentence;
    private final String source;
    private final String limits;
    private final Rules rules;

    Definition(String id, String title, String sentence, String source, String limits, Rules rules) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        this.source = source;
        this.limits = limits;
        this.rules = rules;
    }

    /// The definition's name in options and JSON.
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /// What is counted among what.
    public String sentence() {
        return sentence;
    }

    /// Who publishes by it, and where that is written down.
    public String source() {
        return source;
    }

    /// What of the published figure these rules over our evidence do not reproduce.
    public String limits() {
        return limits;
    }

    public Rules rules() {
        return rules;
    }

    /// The definition of this id; empty where there is none.
    public static Optional<Definition> find(String id) {
        return Stream.of(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    private static final class Sources {
        static final String INTERNET_NL = "https://github.com/internetstandards/Internet.nl, checks/tasks/tls/scans.py "
                + "(function dane) and tasks_reports.py beside it";

        private Sources() {}
    }
}
