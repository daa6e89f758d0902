package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What else TLS sessions and their leaf certificates show: at an address, over the addresses of an MX host, or over
/// all MX hosts of a domain. Null: the question does not arise, as where there is no TLS.
///
/// @param someTls an address takes mail over TLS (RFC 3207); null where the question does not arise
/// @param tls12 every session is of TLS 1.2 or later; null where the question does not arise
/// @param legacyOnly every session is of a version before TLS 1.2 (RFC 8996); null where the question does not arise
/// @param selfSigned a leaf is signed with its own key; null where the question does not arise
/// @param daneName every leaf names the MX host as DANE-TA(2) compares names: by its DNS names, else by its common
///     name (RFC 7672 §3.2.3); null where the question does not arise
/// @param expiresSoon a leaf ends within 14 days after it was seen, or had ended; null where the question does not
///     arise
/// @param expiresThisMonth the same within 30 days; null where the question does not arise
/// @param rsaKey a leaf has an RSA key; null where the question does not arise
/// @param ecKey a leaf has a key on an elliptic curve; null where the question does not arise
/// @param requiretls every address offers REQUIRETLS after TLS has begun (RFC 8689 §2); null where the question does
///     not arise
public record TlsTraits(
        @ParquetString @Nullable Finding someTls,
        @ParquetString @Nullable Finding tls12,
        @ParquetString @Nullable Finding legacyOnly,
        @ParquetString @Nullable Finding selfSigned,
        @ParquetString @Nullable Finding daneName,
        @ParquetString @Nullable Finding expiresSoon,
        @ParquetString @Nullable Finding expiresThisMonth,
        @ParquetString @Nullable Finding rsaKey,
        @ParquetString @Nullable Finding ecKey,
        @ParquetString @Nullable Finding requiretls) {

    /// No question arises.
    public static final TlsTraits NONE = new TlsTraits(null, null, null, null, null, null, null, null, null, null);

    /// Nothing could be told.
    public static final TlsTraits UNMEASURED = withTls(Finding.UNMEASURED, Finding.UNMEASURED);

    /// There is no TLS.
    public static final TlsTraits WITHOUT_TLS =
            new TlsTraits(Finding.NO, null, null, null, null, null, null, null, null, null);

    private static TlsTraits withTls(Finding some, Finding others) {
        return new TlsTraits(some, others, others, others, others, others, others, others, others, others);
    }

    /// Over several addresses or hosts; those for which a question does not arise are left out of it.
    public static TlsTraits over(List<TlsTraits> parts) {
        return new TlsTraits(
                any(parts, TlsTraits::someTls),
                every(parts, TlsTraits::tls12),
                every(parts, TlsTraits::legacyOnly),
                any(parts, TlsTraits::selfSigned),
                every(parts, TlsTraits::daneName),
                any(parts, TlsTraits::expiresSoon),
                any(parts, TlsTraits::expiresThisMonth),
                any(parts, TlsTraits::rsaKey),
                any(parts, TlsTraits::ecKey),
                every(parts, TlsTraits::requiretls));
    }

    private static @Nullable Finding any(List<TlsTraits> parts, Function<TlsTraits, @Nullable Finding> trait) {
        return reduced(parts, trait, Finding::or);
    }

    private static @Nullable Finding every(List<TlsTraits> parts, Function<TlsTraits, @Nullable Finding> trait) {
        return reduced(parts, trait, Finding::and);
    }

    private static @Nullable Finding reduced(
            List<TlsTraits> parts, Function<TlsTraits, @Nullable Finding> trait, BinaryOperator<Finding> together) {
        return parts.stream()
                .map(trait)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .reduce(together)
                .orElse(null);
    }
}
