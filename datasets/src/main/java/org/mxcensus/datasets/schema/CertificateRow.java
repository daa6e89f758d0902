package org.mxcensus.datasets.schema;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Table `certificates`, key sha256: every certificate that a mail server or a policy host sent.
///
/// What cannot be read is null; the DER is always there. Each part is read by itself, so that a certificate which
/// some library refuses (a negative serial number, a key that is too short for it, a broken extension) has all
/// the others.
///
/// @param sha256 of the DER, lower-case hexadecimal
/// @param der the certificate as sent
/// @param subject the distinguished name of the subject; null where it cannot be read
/// @param issuer the distinguished name of the issuer; null where it cannot be read
/// @param names dNSName and iPAddress entries of the subject alternative name, as sent
/// @param commonNames of the subject
/// @param notBefore from when on it is valid; null where it cannot be read
/// @param notAfter until when it is valid; null where it cannot be read
/// @param keyAlgorithm `RSA`, `EC`, `Ed25519`, …; the object identifier of one that is not known here; null where it
///     cannot be read
/// @param keySize the size of its key, in bits; null where it cannot be read
/// @param signatureAlgorithm `SHA256withRSA`, …; the object identifier of one that is not known here; null where it
///     cannot be read
/// @param spkiSha256 of the SubjectPublicKeyInfo, lower-case hexadecimal; null where it cannot be read
/// @param serial the serial number, hexadecimal; with a minus where it is negative; null beyond 64 octets, and where
///     it cannot be read
/// @param authority basic constraints say that it may issue others (RFC 5280 §4.2.1.9); null where it cannot be read
/// @param caIssuers where it says that its issuer's certificate can be had (RFC 5280 §4.2.2.1); never fetched
public record CertificateRow(
        String sha256,
        Binary der,
        @Nullable String subject,
        @Nullable String issuer,
        List<String> names,
        List<String> commonNames,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable String keyAlgorithm,
        @Nullable Integer keySize,
        @Nullable String signatureAlgorithm,
        @Nullable String spkiSha256,
        @Nullable String serial,
        @Nullable Boolean authority,
        List<String> caIssuers) {

    public CertificateRow {
        // Files of earlier versions lack the column.
        caIssuers = Objects.requireNonNullElse(caIssuers, List.of());
    }
}
