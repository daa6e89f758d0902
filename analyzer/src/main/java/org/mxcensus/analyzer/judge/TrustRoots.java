package org.mxcensus.analyzer.judge;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.mxcensus.datasets.records.Sha256;

/// The roots that a chain must lead to.
public final class TrustRoots {
    private static final int DIGITS = 16;

    private final Set<X509Certificate> certificates;
    private final Map<X500Principal, List<TrustAnchor>> bySubject;
    private final String version;

    private TrustRoots(Collection<X509Certificate> roots, String name) {
        this.certificates = Set.copyOf(roots);
        // By digest: which of several roots of one name is tried first must not change from run to run.
        this.bySubject = certificates.stream()
                .sorted(Comparator.comparing(TrustRoots::sha256))
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.groupingBy(TrustRoots::subject));
        this.version = "%s, %d roots, sha256:%s".formatted(name, certificates.size(), digest(certificates));
    }

    public static TrustRoots of(Collection<X509Certificate> roots, String name) {
        return new TrustRoots(roots, name);
    }

    /// The roots that come with the JDK; with Debian's, those of its package ca-certificates-java.
    public static TrustRoots ofJdk() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return of(
                    Stream.of(factory.getTrustManagers())
                            .flatMap(TrustRoots::issuers)
                            .toList(),
                    "jdk-" + Runtime.version().feature());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The roots of a text in PEM form; none where it holds no certificate.
    ///
    /// @throws CertificateException where one of them cannot be read
    public static TrustRoots ofPem(byte[] text) throws CertificateException {
        return of(
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text)).stream()
                        .map(X509Certificate.class::cast)
                        .toList(),
                "file");
    }

    /// How many roots there are.
    public int size() {
        return certificates.size();
    }

    /// Names this set in the manifest: where it comes from, how many there are, and a digest of them in any order.
    public String version() {
        return version;
    }

    /// The roots of this name.
    List<TrustAnchor> named(X500Principal subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /// The roots by whose name the certificate was issued.
    Stream<X509Certificate> over(X509Certificate certificate) {
        return named(certificate.getIssuerX500Principal()).stream().map(TrustAnchor::getTrustedCert);
    }

    boolean contains(X509Certificate certificate) {
        return certificates.contains(certificate);
    }

    /// Whether one of the roots has issued the certificate, whatever else is wrong with it, or is the certificate.
    boolean hasIssuerOf(X509Certificate certificate) {
        return contains(certificate) || over(certificate).anyMatch(root -> Completeness.isIssuedBy(certificate, root));
    }

    private static X500Principal subject(TrustAnchor anchor) {
        return anchor.getTrustedCert().getSubjectX500Principal();
    }

    private static Stream<X509Certificate> issuers(TrustManager manager) {
        return manager instanceof X509TrustManager x509 ? Arrays.stream(x509.getAcceptedIssuers()) : Stream.empty();
    }

    private static String digest(Collection<X509Certificate> roots) {
        return Sha256.of(roots.stream()
                        .map(TrustRoots::sha256)
                        .sorted()
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.US_ASCII))
                .substring(0, DIGITS);
    }

    private static String sha256(X509Certificate root) {
        try {
            return Sha256.of(root.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
