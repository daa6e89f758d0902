package org.mxcensus.datasets.schema;

/// What a TLS session does that RFC 9325 (BCP 195) advises against: column `tls_flaws`.
public enum TlsFlaw {
    /// TLS 1.1 or older.
    OLD_VERSION(true, "§3.1.1", "TLS 1.1 or older"),
    /// TLS 1.2, though TLS 1.3 was offered.
    NO_TLS13(false, "§3.1.1", "no TLS 1.3"),
    /// A suite that encrypts nothing.
    NULL_CIPHER(true, "§4.1", "a cipher suite without encryption"),
    RC4(true, "§4.1", "RC4"),
    /// Export suites, single DES and the like.
    CIPHER_BELOW_112(true, "§4.1", "a cipher of less than 112 bits"),
    /// Triple DES.
    CIPHER_BELOW_128(false, "§4.1", "a cipher of less than 128 bits"),
    /// RSA key transport, or Diffie-Hellman with lasting keys.
    NO_FORWARD_SECRECY(false, "§4.1", "no forward secrecy"),
    /// Diffie-Hellman over finite fields, also with keys of the moment.
    FINITE_FIELD_DH(false, "§4.1", "Diffie-Hellman over a finite field"),
    /// Encryption and authentication apart: CBC suites, and the stream ciphers of old.
    NO_AEAD(false, "§4.2", "no authenticated encryption"),
    /// A finite field of less than 2048 bits.
    SHORT_DH(true, "§4.5", "Diffie-Hellman with less than 2048 bits"),
    /// A curve of less than 224 bits for the key exchange.
    SMALL_CURVE(true, "§4.5", "a key exchange on a curve of less than 224 bits"),
    /// A certificate on the way from the leaf has an RSA key of less than 2048 bits.
    SHORT_RSA_KEY(true, "§4.5", "an RSA key of less than 2048 bits"),
    /// The same of a curve of less than 224 bits.
    SMALL_EC_KEY(true, "§4.5", "a key on a curve of less than 224 bits"),
    /// A certificate on the way from the leaf is signed with MD5 or what came before it.
    MD5_CERTIFICATE(true, "§4.5", "a certificate signed with MD5"),
    SHA1_CERTIFICATE(true, "§4.5", "a certificate signed with SHA-1"),
    /// The handshake itself is signed with SHA-1 or MD5 (RFC 9155).
    SHA1_HANDSHAKE(true, "§4.5", "a handshake signed with SHA-1 or MD5");

    private final boolean forbidden;
    private final String section;
    private final String phrase;

    TlsFlaw(boolean forbidden, String section, String phrase) {
        this.forbidden = forbidden;
        this.section = section;
        this.phrase = phrase;
    }

    /// Whether the standard says MUST NOT; else it says SHOULD NOT.
    public boolean forbidden() {
        return forbidden;
    }

    /// The section of RFC 9325.
    public String section() {
        return section;
    }

    /// For a person, a few words.
    public String phrase() {
        return phrase;
    }
}
