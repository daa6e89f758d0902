package org.mxcensus.datasets.schema;

import org.mxcensus.datasets.observation.DnsFailure;

/// What decided a verdict on DANE: columns `dane_cause`.
///
/// Where a usable record is published and none matches, the cause names the likeliest mistake: the first constant in
/// the order below for which there is evidence, and [#NO_MATCH] where there is none. First come records that do name
/// a certificate sent, then data that would be right under other parameters, and last what only another crawl tells.
///
/// Where no record is usable, [#WRONG_USAGE] to [#EMPTY_INPUT] are looked for all the same: a right digest under
/// usage 1 says more than that it is not usable.
public enum DaneCause implements Cause {
    /// A server with certificates of two key types: a TLSA record matches the one that was not shown first.
    OTHER_KEY_TYPE(
            "a TLSA record matches only the server's certificate of another key type",
            "Publish a TLSA record for the certificate of each key type that the server has.",
            "RFC 7672 §8.2"),
    /// The same, the other way round: it is valid for a client that is shown what we were.
    ONLY_ONE_KEY_TYPE(
            "the server's certificate of another key type matches no TLSA record",
            "Publish a TLSA record for the certificate of each key type that the server has.",
            "RFC 7672 §8.2"),
    /// The leaf below a matching trust anchor names neither the base domain nor the next hop.
    NAME(
            "the certificate does not name the MX host",
            "Get a certificate with the MX host among its DNS names; with usage 2 the name counts.",
            "RFC 7672 §3.2"),
    /// A certificate on the path to the trust anchor was outside its dates.
    EXPIRED(
            "a certificate on the path to the trust anchor has expired or is not yet valid",
            "Renew the certificate; with usage 2 its dates count.",
            "RFC 7671 §5.2"),
    /// The trust anchor was sent, and no path from the leaf to it verifies.
    PATH_INVALID(
            "the certificates do not lead to the trust anchor that the TLSA record names",
            "Let the server send the intermediate certificates that belong to its own, in order.",
            "RFC 7671 §5.2"),
    /// A record of a weaker digest names the chain, and those of the strongest one do not.
    SHADOWED(
            "a matching TLSA record is shadowed by one with a stronger digest that does not match",
            "Correct or remove the TLSA record with the stronger digest: senders look at that one alone.",
            "RFC 7671 §9"),
    /// The leaf's data under DANE-TA(2), an authority's under DANE-EE(3), or either under a usage that SMTP has not.
    WRONG_USAGE(
            "the TLSA data fits, the usage does not",
            "Publish usage 3 for the server's own certificate or key, usage 2 for that of an authority.",
            "RFC 7672 §3.1"),
    /// The whole certificate's data under SPKI(1), or the key's under Cert(0).
    WRONG_SELECTOR(
            "the TLSA data fits, the selector does not",
            "Publish selector 1 for the digest of the public key, selector 0 for that of the whole certificate.",
            "RFC 6698 §2.1.2"),
    /// A digest under another matching type than the one that made it.
    WRONG_MATCHING_TYPE(
            "the TLSA data fits, the matching type does not",
            "Publish matching type 1 for SHA-256, 2 for SHA-512.",
            "RFC 6698 §2.1.3"),
    /// The data differs from the right one in a digit or two.
    MISTYPED(
            "the TLSA data is the right one but for a digit or two",
            "Copy the digest again, whole.",
            "RFC 6698 §2.1.4"),
    /// The digest of the PEM text instead of the DER.
    PEM_TEXT(
            "a TLSA record holds the digest of the PEM file instead of the certificate in DER",
            "Make the digest over the DER form: `openssl x509 -outform DER` before `openssl dgst`.",
            "RFC 6698 §2.1.2"),
    /// The digest of nothing.
    EMPTY_INPUT(
            "a TLSA record holds the digest of empty input",
            "Make the record again: the command that made the digest was given no certificate.",
            "RFC 6698 §2.1.3"),
    /// The records name what the address showed in the crawl before.
    ROLLOVER_LATE(
            "the TLSA records still name the certificate that the server showed before",
            "Publish the TLSA record of the new certificate, and next time a TTL or two before the certificate changes.",
            "RFC 7671 §8.1"),
    /// The certificate is that of the crawl before, which the records of that crawl named.
    ROLLOVER_EARLY(
            "the TLSA records changed while the server still shows its old certificate",
            "Put the new certificate into use, or publish the old TLSA record beside the new one until you do.",
            "RFC 7671 §8.1"),
    /// The records name an authority that issues no more.
    RETIRED_CA(
            "the TLSA record names an issuing authority that is no longer in use",
            "Publish the record of the authority that issues your certificates today, or usage 3 for your own key.",
            "RFC 7671 §5.2"),
    /// The trust anchor of a DANE-TA(2) record was not sent: it lies above what was, or nobody knows what lies there.
    ANCHOR_NOT_SENT(
            "the trust anchor that the TLSA record names is not among the certificates sent",
            "Let the server send the authority's certificate that the TLSA record names with its chain.",
            "RFC 7672 §3.1.2"),
    /// TLS without a certificate that can be parsed.
    NO_CERTIFICATE(
            "the server shows no readable certificate", "Give the server a certificate in X.509.", "RFC 7672 §3.1"),
    /// No usable record matches, and nothing tells why.
    NO_MATCH(
            "no TLSA record matches the certificate",
            "Publish the TLSA record of the certificate that the server shows.",
            "RFC 7672 §3.1.1"),
    /// Usages 0 and 1, unknown parameters, or data of the wrong length only.
    NO_USABLE_RECORD(
            "no TLSA record is usable for SMTP",
            "Publish a record of usage 3 or 2, with the whole digest.",
            "RFC 7672 §3.1.3"),
    STARTTLS_NOT_OFFERED(
            "the server does not offer STARTTLS",
            "Switch STARTTLS on, or withdraw the TLSA records: senders with DANE hold their mail back.",
            "RFC 7672 §2.2"),
    STARTTLS_REFUSED(
            "the server refuses STARTTLS",
            "Find out in the server's log why it refuses STARTTLS; often its certificate or key cannot be read.",
            "RFC 7672 §2.2"),
    HANDSHAKE(
            "the TLS handshake fails",
            "Find out in the server's log why the handshake fails; offer TLS 1.2 and 1.3 with common suites.",
            "RFC 7672 §2.2"),
    LOOKUP_TIMEOUT(
            "the name servers do not answer the question for TLSA records",
            "Let the name servers answer for every type, with an empty answer where there is nothing.",
            "RFC 7672 §2.1.2"),
    LOOKUP_SERVFAIL(
            "the name servers fail on the question for TLSA records",
            "Let the name servers answer for every type, with an empty answer where there is nothing.",
            "RFC 7672 §2.1.2"),
    LOOKUP_BOGUS(
            "the answer to the question for TLSA records fails DNSSEC validation",
            "Sign the zone again and let the name servers send proper denials (NSEC, NSEC3).",
            "RFC 7672 §2.1.2"),
    LOOKUP_REFUSED(
            "the name servers refuse the question for TLSA records",
            "Let the name servers answer for every type, with an empty answer where there is nothing.",
            "RFC 7672 §2.1.2"),
    LOOKUP_MALFORMED(
            "the answer to the question for TLSA records is malformed",
            "Let the name servers answer for every type, with an empty answer where there is nothing.",
            "RFC 7672 §2.1.2"),
    LOOKUP_NETWORK(
            "the name servers could not be reached for the TLSA records",
            "Ask again from another network before you change anything.",
            "RFC 7672 §2.1.2"),
    /// A bug of ours.
    LOOKUP_INTERNAL_ERROR(
            "the look-up of the TLSA records was lost by a fault of ours", "Measure again.", "RFC 7672 §2.1.2"),
    /// TLSA records stand in an insecure zone, where they have no effect.
    INSECURE_TLSA(
            "there are TLSA records in an unsigned zone, which no sender may use",
            "Sign the zone of the MX host and have its DS published.",
            "RFC 7672 §2.2"),
    /// Some MX hosts have no TLSA records.
    SOME_HOSTS_WITHOUT(
            "some MX hosts have no TLSA records",
            "Publish TLSA records for every MX host: an attacker chooses the one without.",
            "RFC 7672 §2.2.1"),
    /// Some addresses fail while others are valid.
    SOME_ADDRESSES_FAIL(
            "some addresses fail while others are valid",
            "Give every address of every MX host a certificate that its TLSA records match.",
            "RFC 7672 §2.2"),
    /// The MX answer is insecure.
    MX_INSECURE(
            "the domain's MX records are not signed",
            "Sign the domain and have its DS published: its MX hosts are ready.",
            "RFC 7672 §2.2.1"),
    /// An address, a look-up or a certificate could not be measured.
    NOT_MEASURED("not every MX host could be measured", "Measure again, or from another network.", "RFC 7672 §2.2");

    private final String sentence;
    private final String fix;
    private final String section;

    DaneCause(String sentence, String fix, String section) {
        this.sentence = sentence;
        this.fix = fix;
        this.section = section;
    }

    /// Why the TLSA records could not be looked up.
    public static DaneCause ofLookup(DnsFailure failure) {
        return switch (failure) {
            case TIMEOUT -> LOOKUP_TIMEOUT;
            case SERVFAIL -> LOOKUP_SERVFAIL;
            case BOGUS -> LOOKUP_BOGUS;
            case REFUSED -> LOOKUP_REFUSED;
            case MALFORMED -> LOOKUP_MALFORMED;
            case NETWORK -> LOOKUP_NETWORK;
            case NOT_ASKED -> NOT_MEASURED;
            case INTERNAL_ERROR -> LOOKUP_INTERNAL_ERROR;
        };
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String fix() {
        return fix;
    }

    @Override
    public String section() {
        return section;
    }
}
