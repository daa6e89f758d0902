package org.mxcensus.datasets.records;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.security.auth.x500.X500Principal;

/// What a certificate says of itself (RFC 5280 §4.1). Nothing is verified, and what cannot be read is empty.
///
/// @param subject in the form of RFC 2253; empty text where the certificate leaves it empty
/// @param issuer in the form of RFC 2253
/// @param commonNames of the subject
/// @param dnsNames dNSName entries of the subject alternative name, as sent
/// @param ipAddresses its iPAddress entries as text; IPv6 as RFC 5952 has it
/// @param keyAlgorithm `RSA`, `EC`, `Ed25519`, …
/// @param keySize in bits, where the algorithm has sizes
/// @param signatureAlgorithm `SHA256withRSA`, …; the object identifier where it has no name here
/// @param spkiSha256 SHA-256 of the SubjectPublicKeyInfo, lower-case hexadecimal
public record X509Facts(
        Optional<String> subject,
        Optional<String> issuer,
        List<String> commonNames,
        List<String> dnsNames,
        List<String> ipAddresses,
        Optional<Instant> notBefore,
        Optional<Instant> notAfter,
        Optional<String> keyAlgorithm,
        OptionalInt keySize,
        Optional<String> signatureAlgorithm,
        Optional<String> spkiSha256) {

    /// Attribute types that RFC 2253 knows as numbers only and that subjects are full of.
    private static final Map<String, String> ATTRIBUTES =
            Map.of("1.2.840.113549.1.9.1", "emailAddress", "2.5.4.5", "serialNumber");

    public X509Facts {
        commonNames = List.copyOf(commonNames);
        dnsNames = List.copyOf(dnsNames);
        ipAddresses = List.copyOf(ipAddresses);
    }

    /// Reads a certificate.
    ///
    /// @param der its bytes, or any bytes at all
    public static X509Facts of(byte[] der) {
        var outline = new X509Outline(der);
        var whole = parse(der);
        var key = whole.map(X509Certificate::getPublicKey);
        return new X509Facts(
                outline.subject().flatMap(X509Facts::name),
                outline.issuer().flatMap(X509Facts::name),
                outline.commonNames(),
                outline.dnsNames(),
                outline.ipAddresses(),
                whole.map(X509Certificate::getNotBefore).map(Date::toInstant),
                whole.map(X509Certificate::getNotAfter).map(Date::toInstant),
                key.map(X509Facts::algorithm),
                key.map(X509Facts::size).orElse(OptionalInt.empty()),
                whole.map(X509Certificate::getSigAlgName),
                outline.publicKey().map(Der::encoded).map(Sha256::of));
    }

    private static Optional<X509Certificate> parse(byte[] der) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(Der encoded) {
        try {
            return Optional.of(new X500Principal(encoded.encoded()).getName(X500Principal.RFC2253, ATTRIBUTES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String algorithm(PublicKey key) {
        return key instanceof EdECKey edwards ? edwards.getParams().getName() : key.getAlgorithm();
    }

    private static OptionalInt size(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> OptionalInt.of(rsa.getModulus().bitLength());
            case ECKey ec -> OptionalInt.of(ec.getParams().getOrder().bitLength());
            case DSAKey dsa
            when dsa.getParams() != null ->
                OptionalInt.of(dsa.getParams().getP().bitLength());
            case EdECKey edwards -> OptionalInt.of(edwards.getParams().getName().equals("Ed448") ? 456 : 256);
            default -> OptionalInt.empty();
        };
    }
}
