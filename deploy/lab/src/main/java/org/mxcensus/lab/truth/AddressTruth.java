package org.mxcensus.lab.truth;

/// What is true about an address of an MX host. An empty text: the question does not arise.
///
/// @param outcome NOT_CONNECTED, DEFERRED, BLOCKED, NO_SERVICE, EHLO_REJECTED, STARTTLS_NOT_OFFERED, STARTTLS_REFUSED,
///     HANDSHAKE_FAILED, TLS_ESTABLISHED, PROTOCOL_ERROR
/// @param stage where the dialogue ended early
/// @param cause of NOT_CONNECTED, PROTOCOL_ERROR and HANDSHAKE_FAILED
/// @param alert that ended the handshake, by its name in RFC 8446 §6
/// @param reply the code of the reply that decided
/// @param plaintext what came between the 220 to STARTTLS and TLS
/// @param starttls YES, NO, or UNMEASURED: could not tell; YES too where another client than the first gets TLS
/// @param tls of the first client's session, as all of the following but DANE: TLSv1.3, TLSv1.2, TLSv1.1 or TLSv1
/// @param group in which the key was agreed on, by the name that BoringSSL uses
/// @param certificateTrusted YES or NO: whether the chain leads to the lab's root
/// @param certificateName YES or NO: whether the certificate is for the host
/// @param dane VALID, MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED, UNUSABLE, LOOKUP_FAILED, NOT_DEPLOYED, UNMEASURED
/// @param daneCause what decided, by its name in [org.mxcensus.datasets.schema.DaneCause]
public record AddressTruth(
        String host,
        String ip,
        String outcome,
        String stage,
        String cause,
        String alert,
        String reply,
        String plaintext,
        String starttls,
        String tls,
        String group,
        String certificateTrusted,
        String certificateName,
        String dane,
        String daneCause) {

    /// RFC 7504 §3
    boolean acceptsMail() {
        return !outcome.equals("NO_SERVICE");
    }

    /// RFC 8461 §4.1: whether it shows a trusted certificate for the host; YES, NO or UNMEASURED.
    String proves() {
        boolean wrong = starttls.equals("NO") || certificateTrusted.equals("NO") || certificateName.equals("NO");
        return wrong ? "NO" : starttls.equals("YES") ? "YES" : "UNMEASURED";
    }
}
