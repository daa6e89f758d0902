package org.mxcensus.datasets.records;

import java.math.BigInteger;
import java.util.OptionalInt;

/// A public key as its SubjectPublicKeyInfo tells it (RFC 5280 §4.1.2.7), whether or not a library takes it.
///
/// @param algorithm `RSA`, `EC`, `Ed25519`, …; the object identifier where it has no name here
/// @param size in bits, where the algorithm has sizes and this one can be read
record X509Key(String algorithm, OptionalInt size) {
    private static final int ORDER = 4;
    private static final int ED25519_BITS = 256;
    private static final int ED448_BITS = 456;

    /// @return empty where no algorithm can be read
    static java.util.Optional<X509Key> of(Der spki) {
        var algorithm = spki.child(0);
        return algorithm
                .flatMap(id -> id.child(0))
                .flatMap(Der::oid)
                .map(X509Algorithms::key)
                .map(name -> new X509Key(
                        name,
                        switch (name) {
                            case "RSA", "RSASSA-PSS" -> modulus(spki);
                            case "EC" ->
                                algorithm
                                        .flatMap(id -> id.child(1))
                                        .map(X509Key::curve)
                                        .orElse(OptionalInt.empty());
                            case "DSA" ->
                                algorithm
                                        .flatMap(id -> id.child(1))
                                        .flatMap(group -> group.child(0))
                                        .map(X509Key::bits)
                                        .orElse(OptionalInt.empty());
                            case "Ed25519" -> OptionalInt.of(ED25519_BITS);
                            case "Ed448" -> OptionalInt.of(ED448_BITS);
                            default -> OptionalInt.empty();
                        }));
    }

    /// RFC 3279 §2.3.1: a sequence of modulus and exponent within the bit string.
    private static OptionalInt modulus(Der spki) {
        return spki.child(1)
                .filter(bits -> bits.tag() == Der.BIT_STRING)
                .flatMap(Der::insideBits)
                .flatMap(key -> key.child(0))
                .map(X509Key::bits)
                .orElse(OptionalInt.empty());
    }

    /// A named curve, or one that is written out (RFC 3279 §2.3.5), whose order tells its size.
    private static OptionalInt curve(Der parameters) {
        if (parameters.tag() == Der.OID) {
            return parameters
                    .oid()
                    .flatMap(X509Algorithms::curve)
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
        }
        return parameters.child(ORDER).map(X509Key::bits).orElse(OptionalInt.empty());
    }

    private static OptionalInt bits(Der integer) {
        return integer.tag() == Der.INTEGER && integer.content() < integer.end()
                ? OptionalInt.of(new BigInteger(integer.value()).bitLength())
                : OptionalInt.empty();
    }
}
