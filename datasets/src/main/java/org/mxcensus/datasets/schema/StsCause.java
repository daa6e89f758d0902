package org.mxcensus.datasets.schema;

/// What is broken about MTA-STS, or why it could not be told: column `mta_sts_cause`. The column `mta_sts_detail` says
/// more: how many records, which line, which status, what about a certificate.
public enum StsCause implements Cause {
    /// More than one record.
    MULTIPLE_RECORDS(
            "there is more than one MTA-STS record",
            "Keep one TXT record that begins with v=STSv1; at _mta-sts.",
            "RFC 8461 §3.1"),
    MALFORMED_RECORD(
            "the MTA-STS record does not follow its grammar",
            "Publish the record as v=STSv1; id=20250101; with an id of 1 to 32 letters and digits.",
            "RFC 8461 §3.1"),
    NO_POLICY_HOST(
            "the policy host has no address",
            "Give mta-sts.<domain> an address, with the policy at /.well-known/mta-sts.txt.",
            "RFC 8461 §3.3"),
    POLICY_HOST_BOGUS(
            "the policy host's DNS answer fails validation",
            "Mend the DNSSEC signatures of the zone that the policy host lies in.",
            "RFC 8461 §3.3"),
    /// Followed in the detail by the fault.
    POLICY_CERTIFICATE(
            "the policy host's certificate is not valid for it",
            "Get a certificate of a public authority for mta-sts.<domain>, and send its intermediates with it.",
            "RFC 8461 §3.3"),
    POLICY_HANDSHAKE(
            "the TLS handshake with the policy host fails",
            "Find out in the web server's log why the handshake fails; mind the server name (SNI).",
            "RFC 8461 §3.3"),
    /// Redirects are not followed.
    REDIRECT(
            "the policy host redirects",
            "Serve the policy at its own address with status 200: senders follow no redirect.",
            "RFC 8461 §3.3"),
    HTTP_STATUS(
            "the policy host answers with another status than 200",
            "Serve the policy at https://mta-sts.<domain>/.well-known/mta-sts.txt with status 200.",
            "RFC 8461 §3.3"),
    HTTP(
            "the policy host does not speak HTTP properly",
            "Let a web server serve the policy over HTTPS on port 443.",
            "RFC 8461 §3.3"),
    SYNTAX("the policy does not follow its grammar", "Correct the lines that are named.", "RFC 8461 §3.2"),
    MX_NOT_COVERED(
            "an MX host matches no pattern of the policy",
            "Add an mx line for the host to the policy and change the id of the record.",
            "RFC 8461 §4.1"),
    MX_WITHOUT_TLS(
            "an MX host takes no mail over TLS",
            "Switch STARTTLS on at the host, or take it out of the MX records.",
            "RFC 8461 §4.2"),
    MX_CERTIFICATE(
            "an MX host's certificate is not valid for it",
            "Get a certificate of a public authority with the MX host among its DNS names; in mode enforce mail is held back"
                    + " until then.",
            "RFC 8461 §4.2"),
    /// The policy says something else than in the crawl before, under the same id. Breaks nothing at those who come for
    /// the first time: the status stays what it is.
    ID_UNCHANGED(
            "the policy has changed and the id of the record has not",
            "Change the id of the TXT record, so that senders fetch the policy again.",
            "RFC 8461 §3.1"),
    RECORD_LOOKUP(
            "the MTA-STS record could not be looked up",
            "Measure again; if it stays so, let the name servers answer for TXT at _mta-sts.",
            "RFC 8461 §3.1"),
    POLICY_HOST_LOOKUP(
            "the policy host could not be looked up",
            "Measure again; if it stays so, let the name servers answer for mta-sts.<domain>.",
            "RFC 8461 §3.3"),
    POLICY_NOT_FETCHED(
            "the policy could not be fetched",
            "Measure again; if it stays so, let the policy host answer on port 443.",
            "RFC 8461 §3.3"),
    MX_NOT_MEASURED("not every MX host could be measured", "Measure again, or from another network.", "RFC 8461 §4.2");

    private final String sentence;
    private final String fix;
    private final String section;

    StsCause(String sentence, String fix, String section) {
        this.sentence = sentence;
        this.fix = fix;
        this.section = section;
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
