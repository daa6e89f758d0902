package org.mxcensus.lab.ca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/// What stands in a certificate, and the making of it (RFC 5280).
record CertificateForm(
        X500Name issuer, X500Name subject, PublicKey key, BigInteger serial, Instant notBefore, Instant notAfter) {

    /// An extension below an arc that anybody may use (ITU-T X.667).
    private static final ASN1ObjectIdentifier PADDING =
            new ASN1ObjectIdentifier("2.25.329800735698586629295641978511506172918");

    /// Who signs, and with what.
    record Issuer(PublicKey key, ContentSigner signer) {
        static Issuer of(KeyPair pair) {
            return new Issuer(pair.getPublic(), RepeatableSigner.of(pair.getPrivate()));
        }

        /// @param algorithm by its name in Java
        static Issuer of(KeyPair pair, String algorithm) {
            return new Issuer(pair.getPublic(), RepeatableSigner.of(pair.getPrivate(), algorithm));
        }
    }

    /// A certificate for a server.
    ///
    /// @param names alternative names; none for no such extension
    /// @param padding octets of an extension that means nothing
    X509Certificate server(List<GeneralName> names, int padding, Issuer by) {
        return sign(by, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage()));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            if (!names.isEmpty()) {
                // RFC 5280 §4.2.1.6: critical where the subject is empty.
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        subject.getRDNs().length == 0,
                        new GeneralNames(names.toArray(GeneralName[]::new)));
            }
            if (padding > 0) {
                builder.addExtension(PADDING, false, new DEROctetString(new byte[padding]));
            }
        });
    }

    /// RFC 5246 §7.4.2: key transport needs keyEncipherment.
    private int usage() {
        return KeyUsage.digitalSignature | (key.getAlgorithm().equals("RSA") ? KeyUsage.keyEncipherment : 0);
    }

    /// A certificate of an authority.
    X509Certificate authority(Issuer by) {
        return sign(by, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
    }

    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    private X509Certificate sign(Issuer by, Extensions extensions) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer, serial, Date.from(notBefore), Date.from(notAfter), subject, key);
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(by.key()));
            extensions.addTo(builder);
            byte[] der = builder.build(by.signer()).getEncoded();
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("no certificate for " + subject, impossible);
        }
    }
}
