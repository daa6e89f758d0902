package org.mxcensus.lab.world;

/// The TLS of a mail server.
///
/// @param number of the host's key: a roll-over counts it up, and `previous` in TLSA means the key before
public record TlsSpec(CertificateKind cert, KeyType keyType, int number, TlsSupport support, TlsGroup group) {

    /// TLS 1.3 and 1.2, a certificate of the lab's CA, the first key.
    public static final TlsSpec DEFAULT =
            new TlsSpec(CertificateKind.CA_SIGNED, KeyType.P_256, 0, TlsSupport.TLS_1_2_AND_1_3, TlsGroup.CLASSIC);

    public TlsSpec withCert(CertificateKind value) {
        return new TlsSpec(value, keyType, number, support, group);
    }

    public TlsSpec withKeyType(KeyType value) {
        return new TlsSpec(cert, value, number, support, group);
    }

    public TlsSpec withNumber(int value) {
        return new TlsSpec(cert, keyType, value, support, group);
    }

    public TlsSpec withSupport(TlsSupport value) {
        return new TlsSpec(cert, keyType, number, value, group);
    }

    public TlsSpec withGroup(TlsGroup value) {
        return new TlsSpec(cert, keyType, number, support, value);
    }
}
