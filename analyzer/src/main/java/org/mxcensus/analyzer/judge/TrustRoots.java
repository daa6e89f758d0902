package org.mxcensus.analyzer.judge;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.mxcensus.datasets.records.Sha256;

/// The roots that a chain must lead to.
///
/// @param anchors the roots
/// @param version names this set in the manifest: where it comes from and a digest of it
public record TrustRoots(Set<TrustAnchor> anchors, String version) {
    public TrustRoots {
        anchors = Set.copyOf(anchors);
    }

    public static TrustRoots of(Collection<X509Certificate> roots, String name) {
        return new TrustRoots(
                roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()),
                name + " " + digest(roots));
    }

    /// The roots that come with the JDK.
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

    private static Stream<X509Certificate> issuers(TrustManager manager) {
        return manager instanceof X509TrustManager x509 ? Arrays.stream(x509.getAcceptedIssuers()) : Stream.empty();
    }

    private static String digest(Collection<X509Certificate> roots) {
        try {
            MessageDigest digest = Sha256.digest();
            for (X509Certificate root : roots) {
                digest.update(root.getEncoded());
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
