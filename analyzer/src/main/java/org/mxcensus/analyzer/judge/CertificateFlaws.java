package org.mxcensus.analyzer.judge;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.datasets.records.X509Facts;
import org.mxcensus.datasets.schema.TlsFlaw;

/// Keys and signatures that RFC 9325 §4.5 forbids.
///
/// Ours alone decides what is weak: what the JVM on which a judge runs has been told to refuse must not change
/// verdicts.
final class CertificateFlaws {
    private static final int SHORTEST_RSA = 2048;
    private static final int SMALLEST_CURVE = 224;

    private CertificateFlaws() {}

    /// The flaws of certificates from the leaf up. A root's signature on itself proves nothing, so it counts only
    /// where the leaf is its own root.
    ///
    /// @param path the leaf and its issuers
    static Set<TlsFlaw> of(List<X509Certificate> path) {
        Set<TlsFlaw> flaws = EnumSet.noneOf(TlsFlaw.class);
        for (X509Certificate certificate : path) {
            if (certificate == path.getFirst() || !Chain.selfIssued(certificate)) {
                flaws.addAll(of(facts(certificate)));
            }
        }
        return flaws;
    }

    static Set<TlsFlaw> of(X509Facts facts) {
        Set<TlsFlaw> flaws = EnumSet.noneOf(TlsFlaw.class);
        if (facts.keySize().isPresent()) {
            int size = facts.keySize().getAsInt();
            String algorithm = facts.keyAlgorithm().orElse("");
            if (size < SHORTEST_RSA && (algorithm.equals("RSA") || algorithm.equals("RSASSA-PSS"))) {
                flaws.add(TlsFlaw.SHORT_RSA_KEY);
            }
            if (size < SMALLEST_CURVE && algorithm.equals("EC")) {
                flaws.add(TlsFlaw.SMALL_EC_KEY);
            }
        }
        facts.signatureHash().flatMap(CertificateFlaws::signature).ifPresent(flaws::add);
        return flaws;
    }

    private static Optional<TlsFlaw> signature(String hash) {
        return switch (hash) {
            case "MD2", "MD5" -> Optional.of(TlsFlaw.MD5_CERTIFICATE);
            case "SHA-1" -> Optional.of(TlsFlaw.SHA1_CERTIFICATE);
            default -> Optional.empty();
        };
    }

    static X509Facts facts(X509Certificate certificate) {
        try {
            return X509Facts.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
