package org.mxcensus.analyzer.judge;

import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.TlsaRecord;

/// TLSA records: which are usable, which count, and which match a certificate (RFC 6698 §2.1, RFC 7671).
final class TlsaRules {
    static final int DANE_TA = 2;
    static final int DANE_EE = 3;
    private static final int FULL = 0;
    private static final int SHA_256 = 1;
    private static final int SHA_512 = 2;

    private TlsaRules() {}

    /// The records that a sender uses: usable ones, and of digests only the strongest.
    static List<TlsaRecord> effective(List<TlsaRecord> published) {
        List<TlsaRecord> usable = published.stream().filter(TlsaRules::usable).toList();
        // RFC 7671 §9: per usage and selector; matching type Full(0) always counts. SHA-512 is stronger than SHA-256,
        // and so is its number.
        return usable.stream()
                .filter(r -> r.matching() == FULL
                        || usable.stream().noneMatch(o -> sameParameters(o, r) && o.matching() > r.matching()))
                .distinct()
                .toList();
    }

    private static boolean sameParameters(TlsaRecord one, TlsaRecord other) {
        return one.usage() == other.usage() && one.selector() == other.selector();
    }

    static boolean usable(TlsaRecord tlsa) {
        // RFC 7672 §3.1.3: PKIX-TA(0) and PKIX-EE(1) are not usable for SMTP.
        if ((tlsa.usage() != DANE_TA && tlsa.usage() != DANE_EE) || !known(tlsa)) {
            return false;
        }
        return switch (tlsa.matching()) {
            case FULL ->
                tlsa.selector() == 0 ? certificate(tlsa).isPresent() : key(tlsa).isPresent();
            case SHA_256 -> tlsa.data().length() == 64;
            default -> tlsa.data().length() == 128;
        };
    }

    /// Whether selector and matching type are of those that RFC 6698 §2.1 defines.
    static boolean known(TlsaRecord tlsa) {
        return tlsa.selector() >= 0 && tlsa.selector() <= 1 && tlsa.matching() >= FULL && tlsa.matching() <= SHA_512;
    }

    /// Whether the association data is that of the certificate.
    ///
    /// @param tlsa of a known selector and matching type
    static boolean matches(TlsaRecord tlsa, X509Certificate certificate) {
        return data(tlsa.selector(), tlsa.matching(), certificate).equals(tlsa.data());
    }

    /// The association data of a certificate (RFC 6698 §2.1.4).
    static String data(int selector, int matching, X509Certificate certificate) {
        byte[] selected = selected(selector, certificate);
        return switch (matching) {
            case FULL -> HexFormat.of().formatHex(selected);
            case SHA_256 -> digest("SHA-256", selected);
            default -> digest("SHA-512", selected);
        };
    }

    /// What a record would hold that is made by digest of these bytes.
    static List<String> digests(byte[] bytes) {
        return List.of(digest("SHA-256", bytes), digest("SHA-512", bytes));
    }

    /// What a selector selects of a certificate: all of it or its SubjectPublicKeyInfo.
    static byte[] selected(int selector, X509Certificate certificate) {
        try {
            return selector == 0
                    ? certificate.getEncoded()
                    : certificate.getPublicKey().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The certificate that a record with selector 0 and matching type 0 brings.
    static Optional<X509Certificate> certificate(TlsaRecord tlsa) {
        return bytes(tlsa).flatMap(Chain::parse);
    }

    /// The public key that a record with selector 1 and matching type 0 brings.
    static Optional<PublicKey> key(TlsaRecord tlsa) {
        return bytes(tlsa)
                .flatMap(spki -> Stream.of("RSA", "EC", "EdDSA", "DSA")
                        .flatMap(algorithm -> key(algorithm, spki).stream())
                        .findFirst());
    }

    private static Optional<PublicKey> key(String algorithm, byte[] spki) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki)));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> bytes(TlsaRecord tlsa) {
        try {
            return Optional.of(HexFormat.of().parseHex(tlsa.data()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
