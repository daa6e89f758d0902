package org.mxcensus.lab.ca;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// DER as text (RFC 7468).
final class Pem {

    private static final int COLUMNS = 64;

    private Pem() {}

    static String text(X509Certificate certificate) {
        try {
            return text("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was just made cannot be written", impossible);
        }
    }

    /// A private key. One of an elliptic curve has its public key with it (RFC 5915 §3), which Java leaves out: GnuTLS
    /// reads no other.
    static String text(PrivateKey key, PublicKey own) {
        if (!(key instanceof ECPrivateKey curve)) {
            return text("PRIVATE KEY", key.getEncoded());
        }
        PrivateKeyInfo bare = PrivateKeyInfo.getInstance(key.getEncoded());
        DERBitString point = new DERBitString(SubjectPublicKeyInfo.getInstance(own.getEncoded())
                .getPublicKeyData()
                .getOctets());
        ASN1Object whole = new org.bouncycastle.asn1.sec.ECPrivateKey(
                curve.getParams().getOrder().bitLength(), curve.getS(), point, null);
        try {
            return text("PRIVATE KEY", new PrivateKeyInfo(bare.getPrivateKeyAlgorithm(), whole).getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException("a key cannot be written", impossible);
        }
    }

    static String text(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }
}
