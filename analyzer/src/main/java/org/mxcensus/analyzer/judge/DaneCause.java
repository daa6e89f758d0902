package org.mxcensus.analyzer.judge;

/// What decided a verdict on DANE: column `dane_cause`.
public enum DaneCause {
    /// No usable record matches a certificate of the chain.
    NO_MATCH("no TLSA record matches the certificate"),
    /// The trust anchor of a DANE-TA(2) digest was not sent (RFC 7672 §3.1.2).
    ANCHOR_NOT_SENT("the trust anchor that the TLSA record names is not among the certificates sent"),
    /// The path from the leaf to the matching trust anchor does not verify.
    PATH_INVALID("the certificates do not lead to the trust anchor that the TLSA record names"),
    /// A certificate on the path to the trust anchor was outside its dates.
    EXPIRED("a certificate on the path to the trust anchor has expired or is not yet valid"),
    /// The leaf below a matching trust anchor names neither the base domain nor the next hop.
    NAME("the certificate does not name the MX host"),
    /// A server with certificates of two key types: a TLSA record matches the one that was not shown first.
    OTHER_KEY_TYPE("a TLSA record matches only the server's certificate of another key type"),
    /// The same, the other way round: it is valid for a client that is shown what we were.
    ONLY_ONE_KEY_TYPE("the server's certificate of another key type matches no TLSA record"),
    /// TLS without a certificate that can be parsed.
    NO_CERTIFICATE("the server shows no readable certificate"),
    /// Usages 0 and 1, unknown parameters, or data of the wrong length only.
    NO_USABLE_RECORD("no TLSA record is usable for SMTP"),
    STARTTLS_NOT_OFFERED("the server does not offer STARTTLS"),
    STARTTLS_REFUSED("the server refuses STARTTLS"),
    HANDSHAKE("the TLS handshake fails"),
    /// Followed by the failure of the look-up.
    LOOKUP("the TLSA records could not be looked up"),
    /// TLSA records stand in an insecure zone, where they have no effect.
    INSECURE_TLSA("there are TLSA records in an unsigned zone, which no sender may use"),
    /// Some MX hosts have no TLSA records.
    SOME_HOSTS_WITHOUT("some MX hosts have no TLSA records"),
    /// Some addresses fail while others are valid.
    SOME_ADDRESSES_FAIL("some addresses fail while others are valid"),
    /// The MX answer is insecure.
    MX_INSECURE("the domain's MX records are not signed"),
    /// An address, a look-up or a certificate could not be measured.
    NOT_MEASURED("not every MX host could be measured");

    private final String sentence;

    DaneCause(String sentence) {
        this.sentence = sentence;
    }

    /// The cause for a person, a phrase.
    public String sentence() {
        return sentence;
    }
}
