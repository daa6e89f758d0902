package org.mxcensus.analyzer.judge;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The certificates that a server sent, parsed.
sealed interface Chain {

    /// @param leaf the first one
    /// @param others the rest as sent; those that do not parse are left out
    record Parsed(X509Certificate leaf, List<X509Certificate> others) implements Chain {
        public Parsed {
            others = List.copyOf(others);
        }

        /// The leaf and then issuer after issuer, as far as names lead among what was sent. Of several with one name
        /// the one whose key has signed.
        List<X509Certificate> path() {
            List<X509Certificate> path = new ArrayList<>(List.of(leaf));
            Set<X509Certificate> left = new HashSet<>(others);
            while (!selfIssued(path.getLast())) {
                X509Certificate last = path.getLast();
                List<X509Certificate> issuers = others.stream()
                        .filter(left::contains)
                        .filter(c -> c.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                        .toList();
                if (issuers.isEmpty()) {
                    break;
                }
                X509Certificate issuer = issuers.size() == 1
                        ? issuers.getFirst()
                        : issuers.stream()
                                .filter(one -> Completeness.isIssuedBy(last, one))
                                .findFirst()
                                .orElse(issuers.getFirst());
                left.remove(issuer);
                path.add(issuer);
            }
            return path;
        }
    }

    /// The server sent none, or its leaf does not parse.
    record Malformed() implements Chain {}

    /// The leaf is not among the certificates that were stored.
    record Lost() implements Chain {}

    static boolean selfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    static Chain of(List<String> sent, Certificates certificates) {
        if (sent.isEmpty()) {
            return new Malformed();
        }
        Optional<byte[]> leaf = certificates.der(sent.getFirst());
        if (leaf.isEmpty()) {
            return new Lost();
        }
        Optional<X509Certificate> parsed = parse(leaf.get());
        if (parsed.isEmpty()) {
            return new Malformed();
        }
        List<X509Certificate> others = sent.stream()
                .skip(1)
                .distinct()
                .flatMap(sha -> certificates.der(sha).flatMap(Chain::parse).stream())
                .toList();
        return new Parsed(parsed.get(), others);
    }

    static Optional<X509Certificate> parse(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException | RuntimeException e) {
            return Optional.empty(); // RuntimeException: bytes of strangers, in the hands of a library.
        }
    }
}
