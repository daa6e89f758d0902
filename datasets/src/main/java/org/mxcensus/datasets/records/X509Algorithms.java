package org.mxcensus.datasets.records;

import java.util.Map;
import java.util.Optional;

/// The algorithms of certificates by their object identifiers (RFC 3279, 4055, 5480, 5758, 8410, 9881).
final class X509Algorithms {

    /// @param name as Java has it: `SHA256withRSA`
    /// @param hash what is signed, as Java has it: `SHA-256`; empty where the algorithm chooses by itself
    record Signature(String name, Optional<String> hash) {
        private static Signature of(String hash, String with) {
            return new Signature(hash.replaceFirst("^SHA-", "SHA") + "with" + with, Optional.of(hash));
        }

        private static Signature of(String name) {
            return new Signature(name, Optional.empty());
        }
    }

    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final int PSS_HASH_TAG = 0xa0;

    private static final Map<String, Signature> SIGNATURES = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.2", Signature.of("MD2", "RSA")),
            Map.entry("1.2.840.113549.1.1.4", Signature.of("MD5", "RSA")),
            Map.entry("1.2.840.113549.1.1.5", Signature.of("SHA-1", "RSA")),
            Map.entry("1.3.14.3.2.29", Signature.of("SHA-1", "RSA")),
            Map.entry("1.2.840.113549.1.1.14", Signature.of("SHA-224", "RSA")),
            Map.entry("1.2.840.113549.1.1.11", Signature.of("SHA-256", "RSA")),
            Map.entry("1.2.840.113549.1.1.12", Signature.of("SHA-384", "RSA")),
            Map.entry("1.2.840.113549.1.1.13", Signature.of("SHA-512", "RSA")),
            Map.entry("1.2.840.10045.4.1", Signature.of("SHA-1", "ECDSA")),
            Map.entry("1.2.840.10045.4.3.1", Signature.of("SHA-224", "ECDSA")),
            Map.entry("1.2.840.10045.4.3.2", Signature.of("SHA-256", "ECDSA")),
            Map.entry("1.2.840.10045.4.3.3", Signature.of("SHA-384", "ECDSA")),
            Map.entry("1.2.840.10045.4.3.4", Signature.of("SHA-512", "ECDSA")),
            Map.entry("1.2.840.10040.4.3", Signature.of("SHA-1", "DSA")),
            Map.entry("1.3.14.3.2.27", Signature.of("SHA-1", "DSA")),
            Map.entry("2.16.840.1.101.3.4.3.1", Signature.of("SHA-224", "DSA")),
            Map.entry("2.16.840.1.101.3.4.3.2", Signature.of("SHA-256", "DSA")),
            Map.entry("1.3.101.112", Signature.of("Ed25519")),
            Map.entry("1.3.101.113", Signature.of("Ed448")),
            Map.entry("2.16.840.1.101.3.4.3.17", Signature.of("ML-DSA-44")),
            Map.entry("2.16.840.1.101.3.4.3.18", Signature.of("ML-DSA-65")),
            Map.entry("2.16.840.1.101.3.4.3.19", Signature.of("ML-DSA-87")));

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.1", "RSA"),
            Map.entry(PSS, "RSASSA-PSS"),
            Map.entry("1.2.840.10045.2.1", "EC"),
            Map.entry("1.2.840.10040.4.1", "DSA"),
            Map.entry("1.3.101.112", "Ed25519"),
            Map.entry("1.3.101.113", "Ed448"),
            Map.entry("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
            Map.entry("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
            Map.entry("2.16.840.1.101.3.4.3.19", "ML-DSA-87"));

    private static final Map<String, String> HASHES = Map.of(
            "1.2.840.113549.2.5", "MD5",
            "1.3.14.3.2.26", "SHA-1",
            "2.16.840.1.101.3.4.2.4", "SHA-224",
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    /// Bits of the order of the base point (SEC 2, RFC 5639).
    private static final Map<String, Integer> CURVES = Map.ofEntries(
            Map.entry("1.2.840.10045.3.1.1", 192),
            Map.entry("1.3.132.0.33", 224),
            Map.entry("1.2.840.10045.3.1.7", 256),
            Map.entry("1.3.132.0.10", 256),
            Map.entry("1.3.132.0.34", 384),
            Map.entry("1.3.132.0.35", 521),
            Map.entry("1.3.132.0.8", 161),
            Map.entry("1.3.132.0.31", 192),
            Map.entry("1.3.132.0.32", 225),
            Map.entry("1.3.36.3.3.2.8.1.1.3", 192),
            Map.entry("1.3.36.3.3.2.8.1.1.5", 224),
            Map.entry("1.3.36.3.3.2.8.1.1.7", 256),
            Map.entry("1.3.36.3.3.2.8.1.1.9", 320),
            Map.entry("1.3.36.3.3.2.8.1.1.11", 384),
            Map.entry("1.3.36.3.3.2.8.1.1.13", 512));

    private X509Algorithms() {}

    /// Reads an AlgorithmIdentifier (RFC 5280 §4.1.1.2) of a signature.
    ///
    /// @return with its object identifier for a name where nobody here knows it; empty where there is none
    static Optional<Signature> signature(Der algorithm) {
        return algorithm.child(0).flatMap(Der::oid).map(oid -> {
            if (oid.equals(PSS)) {
                return new Signature("RSASSA-PSS", Optional.of(pssHash(algorithm)));
            }
            var known = SIGNATURES.get(oid);
            return known == null ? Signature.of(oid) : known;
        });
    }

    /// RFC 4055 §3.1: without parameters, or without a hash among them, it is SHA-1.
    private static String pssHash(Der algorithm) {
        return algorithm
                .child(1)
                .flatMap(parameters -> parameters.child(0))
                .filter(first -> first.tag() == PSS_HASH_TAG)
                .flatMap(hash -> hash.child(0))
                .flatMap(hash -> hash.child(0))
                .flatMap(Der::oid)
                .map(oid -> HASHES.getOrDefault(oid, oid))
                .orElse("SHA-1");
    }

    /// The name of a key's algorithm; its object identifier where nobody here knows it.
    static String key(String oid) {
        return KEYS.getOrDefault(oid, oid);
    }

    /// The bits of a named curve.
    static Optional<Integer> curve(String oid) {
        return Optional.ofNullable(CURVES.get(oid));
    }
}
