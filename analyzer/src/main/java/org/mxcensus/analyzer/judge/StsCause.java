package org.mxcensus.analyzer.judge;

/// What is broken about MTA-STS, or why it could not be told: column `mta_sts_cause`.
public enum StsCause {
    /// More than one record (RFC 8461 §3.1).
    MULTIPLE_RECORDS("there is more than one MTA-STS record"),
    MALFORMED_RECORD("the MTA-STS record does not follow its grammar"),
    NO_POLICY_HOST("the policy host has no address"),
    POLICY_HOST_BOGUS("the policy host's DNS answer fails validation"),
    /// Followed in the detail by the fault.
    POLICY_CERTIFICATE("the policy host's certificate is not valid for it"),
    POLICY_HANDSHAKE("the TLS handshake with the policy host fails"),
    /// RFC 8461 §3.3: redirects are not followed.
    REDIRECT("the policy host redirects"),
    HTTP_STATUS("the policy host answers with another status than 200"),
    HTTP("the policy host does not speak HTTP properly"),
    SYNTAX("the policy does not follow its grammar"),
    MX_NOT_COVERED("an MX host matches no pattern of the policy"),
    MX_WITHOUT_TLS("an MX host takes no mail over TLS"),
    MX_CERTIFICATE("an MX host's certificate is not valid for it"),
    RECORD_LOOKUP("the MTA-STS record could not be looked up"),
    POLICY_HOST_LOOKUP("the policy host could not be looked up"),
    POLICY_NOT_FETCHED("the policy could not be fetched"),
    MX_NOT_MEASURED("not every MX host could be measured");

    private final String sentence;

    StsCause(String sentence) {
        this.sentence = sentence;
    }

    /// The cause for a person, a phrase.
    public String sentence() {
        return sentence;
    }
}
