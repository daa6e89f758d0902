package org.mxcensus.lab.world;

/// The mail server of a host.
///
/// @param key the number of the host's key: a roll-over counts it up, and `previous` in TLSA means the key before
public record SmtpSpec(SmtpBehaviour behaviour, CertificateKind cert, TlsSupport tls, int key) {

    /// STARTTLS with a certificate of the lab's CA, TLS 1.3, the first key.
    public static final SmtpSpec DEFAULT =
            new SmtpSpec(SmtpBehaviour.STARTTLS, CertificateKind.CA_SIGNED, TlsSupport.TLS_1_2_AND_1_3, 0);

    public static SmtpSpec of(SmtpBehaviour behaviour) {
        return DEFAULT.withBehaviour(behaviour);
    }

    public SmtpSpec withBehaviour(SmtpBehaviour value) {
        return new SmtpSpec(value, cert, tls, key);
    }

    public SmtpSpec withCert(CertificateKind value) {
        return new SmtpSpec(behaviour, value, tls, key);
    }

    public SmtpSpec withTls(TlsSupport value) {
        return new SmtpSpec(behaviour, cert, value, key);
    }

    public SmtpSpec withKey(int value) {
        return new SmtpSpec(behaviour, cert, tls, value);
    }
}
