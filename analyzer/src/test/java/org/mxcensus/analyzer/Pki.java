package org.mxcensus.analyzer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.mxcensus.datasets.observation.CertificateObservation;

/// Certificates of every shape, made as they are asked for.
public final class Pki {
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
    public record Form(String commonName, List<String> names, boolean authority, Instant from, Instant to) {

        public static Form server(String... names) {
            return new Form("server " + SERIAL.get(), List.of(names), false, START, END);
        }

        public static Form authority(String commonName) {
            return new Form(commonName, List.of(), true, START, END);
        }

        public Form named(String commonName) {
            return new Form(commonName, names, authority, from, to);
        }

        public Form valid(Instant from, Instant to) {
            return new Form(commonName, names, authority, from, to);
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
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
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
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build((issuer == null ? keys : issuer.keys()).getPrivate());
            return new Identity(new JcaX509CertificateConverter().getCertificate(builder.build(signer)), keys);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extend(X509v3CertificateBuilder builder, Form form) throws CertIOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(form.authority()));
        if (form.authority()) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        }
        if (!form.names().isEmpty()) {
            GeneralName[] names = Stream.of(form.names().toArray(String[]::new))
                    .map(name -> new GeneralName(GeneralName.dNSName, name))
                    .toArray(GeneralName[]::new);
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
    }
}
