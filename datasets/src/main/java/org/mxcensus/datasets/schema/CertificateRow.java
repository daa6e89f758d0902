package org.mxcensus.datasets.schema;

import java.time.Instant;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Table `certificates`, key sha256: every certificate that a mail server or a policy host sent.
///
/// What cannot be parsed is null; the DER is always there.
///
/// @param sha256 of the DER, lower-case hexadecimal
/// @param names dNSName and iPAddress entries of the subject alternative name, as sent
/// @param commonNames of the subject
/// @param keySize bits
/// @param spkiSha256 of the SubjectPublicKeyInfo, lower-case hexadecimal
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
        @Nullable String spkiSha256) {}
