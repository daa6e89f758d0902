package org.mxcensus.crawler.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A chain and its key, made for one test.
public record TestCertificates(PrivateKey key, List<X509Certificate> chain) {

    private static final char[] PASSWORD = "test".toCharArray();

    /// A leaf for the name, an intermediate, a root: valid around the moment given.
    public static TestCertificates issued(String host, String keyAlgorithm, Instant around) {
        KeyPair root = keys("EC", 256);
        KeyPair intermediate = keys("EC", 256);
        KeyPair leaf = keys(keyAlgorithm, "RSA".equals(keyAlgorithm) ? 2048 : 256);
        X509Certificate rootCertificate = sign("Test Root", root, "Test Root", root, around);
        X509Certificate intermediateCertificate = sign("Test Intermediate", intermediate, "Test Root", root, around);
        X509Certificate leafCertificate = sign(host, leaf, "Test Intermediate", intermediate, around);
        return new TestCertificates(
                leaf.getPrivate(), List.of(leafCertificate, intermediateCertificate, rootCertificate));
    }

    public static TestCertificates issued(String host) {
        return issued(host, "EC", Instant.now());
    }

    /// A leaf and so many certificates behind it as pad it to an unusual length.
    public static TestCertificates padded(String host, int extra) {
        TestCertificates issued = issued(host);
        KeyPair any = keys("EC", 256);
        List<X509Certificate> padding = IntStream.range(0, extra)
                .mapToObj(i -> sign("Padding " + i, any, "Padding", any, Instant.now()))
                .toList();
        return new TestCertificates(
                issued.key,
                Stream.concat(Stream.of(issued.chain.getFirst()), padding.stream())
                        .toList());
    }

    /// A leaf and the same certificate so many times behind it.
    public static TestCertificates repeating(String host, int times) {
        TestCertificates padded = padded(host, 1);
        return new TestCertificates(
                padded.key,
                Stream.concat(
                                Stream.of(padded.chain.getFirst()),
                                Collections.nCopies(times, padded.chain.getLast()).stream())
                        .toList());
    }

    private static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(String subject, KeyPair keys, String issuer, KeyPair by, Instant around) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Principal("CN=" + issuer),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(around.minusSeconds(86_400)),
                    Date.from(around.plusSeconds(86_400)),
                    new X500Principal("CN=" + subject),
                    keys.getPublic());
            if (subject.indexOf('.') > 0) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, subject)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// For a server that shows this chain as it is.
    public SSLContext server() {
        try {
            // The one kind of store that does not mind what stands in a chain.
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            store.setKeyEntry("leaf", key, PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// The key and the chain, as mail servers read them from one file.
    public String pem() {
        StringBuilder text = new StringBuilder(pem("PRIVATE KEY", key.getEncoded()));
        chain.forEach(certificate -> text.append(pem("CERTIFICATE", der(certificate))));
        return text.toString();
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    /// SHA-256 of each certificate, the leaf first.
    public List<String> fingerprints() {
        return chain.stream().map(TestCertificates::fingerprint).toList();
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
