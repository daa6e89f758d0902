package org.mxcensus.datasets.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.security.auth.x500.X500Principal;

/// What a certificate says of itself (RFC 5280 §4.1). Nothing is verified, and what cannot be read is empty.
///
/// The bytes are read as they lie, by nobody's library: a certificate that one of them refuses for a part that is
/// broken has its other facts all the same. Whether a sender would take it is the judges' question.
///
/// @param serial hexadecimal; with a minus where it is negative
/// @param subject in the form of RFC 2253; empty text where the certificate leaves it empty
/// @param issuer in the form of RFC 2253
/// @param issuerName the issuer's organisation, else its common name, as sent; empty where it has neither
/// @param commonNames of the subject
/// @param dnsNames dNSName entries of the subject alternative name, as sent
/// @param ipAddresses its iPAddress entries as text; IPv6 as RFC 5952 has it
/// @param keyAlgorithm `RSA`, `EC`, `Ed25519`, …; the object identifier where it has no name here
/// @param keySize in bits, where the algorithm has sizes
/// @param signatureAlgorithm `SHA256withRSA`, …; the object identifier where it has no name here
/// @param signatureHash the hash that is signed: `SHA-256`, …; empty where the algorithm has its own
/// @param spkiSha256 SHA-256 of the SubjectPublicKeyInfo, lower-case hexadecimal
/// @param authority whether it may issue others; empty where it is not to be read at all
/// @param caIssuers where the issuer's certificate can be had
public record X509Facts(
        Optional<String> serial,
        Optional<String> subject,
        Optional<String> issuer,
        Optional<String> issuerName,
        List<String> commonNames,
        List<String> dnsNames,
        List<String> ipAddresses,
        Optional<Instant> notBefore,
        Optional<Instant> notAfter,
        Optional<String> keyAlgorithm,
        OptionalInt keySize,
        Optional<String> signatureAlgorithm,
        Optional<String> signatureHash,
        Optional<String> spkiSha256,
        Optional<Boolean> authority,
        List<String> caIssuers) {

    /// Attribute types that RFC 2253 knows as numbers only and that subjects are full of.
    private static final Map<String, String> ATTRIBUTES =
            Map.of("1.2.840.113549.1.9.1", "emailAddress", "2.5.4.5", "serialNumber");

    public X509Facts {
        commonNames = List.copyOf(commonNames);
        dnsNames = List.copyOf(dnsNames);
        ipAddresses = List.copyOf(ipAddresses);
        caIssuers = List.copyOf(caIssuers);
    }

    /// Reads a certificate.
    ///
    /// @param der its bytes, or any bytes at all
    public static X509Facts of(byte[] der) {
        var outline = new X509Outline(der);
        var key = outline.publicKey().flatMap(X509Key::of);
        var signature = outline.signatureAlgorithm().flatMap(X509Algorithms::signature);
        return new X509Facts(
                outline.serial(),
                outline.subject().flatMap(X509Facts::name),
                outline.issuer().flatMap(X509Facts::name),
                outline.issuerName(),
                outline.commonNames(),
                outline.dnsNames(),
                outline.ipAddresses(),
                outline.notBefore(),
                outline.notAfter(),
                key.map(X509Key::algorithm),
                key.map(X509Key::size).orElse(OptionalInt.empty()),
                signature.map(X509Algorithms.Signature::name),
                signature.flatMap(X509Algorithms.Signature::hash),
                outline.publicKey().map(Der::encoded).map(Sha256::of),
                Optional.of(outline.isAuthority()).filter(_ -> outline.isReadable()),
                outline.caIssuers());
    }

    private static Optional<String> name(Der encoded) {
        try {
            return Optional.of(new X500Principal(encoded.encoded()).getName(X500Principal.RFC2253, ATTRIBUTES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
