package org.mxcensus.analyzer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.mxcensus.datasets.observation.CertificateObservation;

/// Certificates of every shape, made as they are asked for.
public final class Pki {
    /// Makes what the JDK's own provider refuses to, such as keys that are too short.
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private Pki() {}

    /// A certificate with its key, able to issue others if it is a CA.
    public record Identity(X509Certificate certificate, KeyPair keys) {

        public Identity issue(Form form) {
            return make(form, this);
        }

        public CertificateObservation observed() {
            return Pki.observed(certificate);
        }

        public String sha256() {
            return observed().sha256();
        }

        public byte[] der() {
            return encoded(certificate);
        }

        public byte[] spki() {
            return certificate.getPublicKey().getEncoded();
        }
    }

    /// What a certificate is to be like.
    ///
    /// @param key `RSA-2048` or a curve
    /// @param signature by which its issuer signs; empty for SHA-256
    /// @param purpose the one extended key usage; empty for none
    public record Form(
            String commonName,
            List<String> names,
            boolean authority,
            Instant from,
            Instant to,
            String key,
            String signature,
            String purpose) {

        public static Form server(String... names) {
            return new Form("server " + SERIAL.get(), List.of(names), false, START, END, "secp256r1", "", "");
        }

        public static Form authority(String commonName) {
            return new Form(commonName, List.of(), true, START, END, "secp256r1", "", "");
        }

        public Form named(String commonName) {
            return new Form(commonName, names, authority, from, to, key, signature, purpose);
        }

        public Form valid(Instant from, Instant to) {
            return new Form(commonName, names, authority, from, to, key, signature, purpose);
        }

        public Form rsa(int bits) {
            return new Form(commonName, names, authority, from, to, "RSA-" + bits, signature, purpose);
        }

        public Form curve(String name) {
            return new Form(commonName, names, authority, from, to, name, signature, purpose);
        }

        public Form forPurpose(String identifier) {
            return new Form(commonName, names, authority, from, to, key, signature, identifier);
        }

        public Form signed(String algorithm) {
            return new Form(commonName, names, authority, from, to, key, algorithm, purpose);
        }
    }

    /// When everything is seen.
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static final Instant START = NOW.minus(Duration.ofDays(100));
    static final Instant END = NOW.plus(Duration.ofDays(100));

    public static Identity root(String commonName) {
        return make(Form.authority(commonName), null);
    }

    public static Identity selfSigned(Form form) {
        return make(form, null);
    }

    public static CertificateObservation observed(X509Certificate certificate) {
        byte[] der = encoded(certificate);
        return new CertificateObservation(hash("SHA-256", der), der);
    }

    public static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Identity make(Form form, Identity issuer) {
        try {
            KeyPair keys = keys(form.key());
            X500Name subject = new X500Name("CN=" + form.commonName());
            X500Name issuerName = issuer == null
                    ? subject
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuerName,
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(form.from()),
                    Date.from(form.to()),
                    subject,
                    keys.getPublic());
            extend(builder, form);
            PrivateKey signing = (issuer == null ? keys : issuer.keys()).getPrivate();
            var signer = new JcaContentSignerBuilder(
                            form.signature().isEmpty()
                                    ? "SHA256with" + signing.getAlgorithm().replaceFirst("^EC(DSA)?$", "ECDSA")
                                    : form.signature())
                    .setProvider(BOUNCY_CASTLE)
                    .build(signing);
            return new Identity(
                    new JcaX509CertificateConverter().setProvider(BOUNCY_CASTLE).getCertificate(builder.build(signer)),
                    keys);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(String kind) throws GeneralSecurityException {
        KeyPairGenerator generator =
                KeyPairGenerator.getInstance(kind.startsWith("RSA-") ? "RSA" : "EC", BOUNCY_CASTLE);
        if (kind.startsWith("RSA-")) {
            generator.initialize(Integer.parseInt(kind.substring(4)));
        } else {
            generator.initialize(new ECGenParameterSpec(kind));
        }
        return generator.generateKeyPair();
    }

    private static void extend(X509v3CertificateBuilder builder, Form form) throws CertIOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(form.authority()));
        if (form.authority()) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        }
        if (!form.purpose().isEmpty()) {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(form.purpose()))));
        }
        if (!form.names().isEmpty()) {
            GeneralName[] names = Stream.of(form.names().toArray(String[]::new))
                    .map(name -> new GeneralName(GeneralName.dNSName, name))
                    .toArray(GeneralName[]::new);
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
    }
}
