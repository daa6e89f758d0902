package org.mxcensus.lab.ca;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// A few RSA key pairs (RFC 8017 §3), the same in every lab: to look for primes takes seconds.
///
/// The i-th prime is the first one from the i-th random number on whose predecessor 65537 does not divide; how far that
/// is has been found once.
final class RsaKeys {

    private static final BigInteger E = BigInteger.valueOf(65_537);

    /// Half the distances from random numbers to primes, by the length of the primes.
    private static final Map<Integer, List<Integer>> DISTANCES =
            Map.of(512, List.of(43, 3, 23, 67, 20, 699, 48, 777), 1024, List.of(930, 22, 421, 290, 598, 119, 342, 180));

    private RsaKeys() {}

    /// Key pairs of a size.
    ///
    /// @param number 0 to 3
    static KeyPair pair(int bits, int number) {
        return pair(prime(bits / 2, 2 * number), prime(bits / 2, 2 * number + 1));
    }

    private static BigInteger prime(int bits, int number) {
        return new BigInteger(bits, new Random(number))
                // The two highest bits: so the product of two has all its length.
                .setBit(bits - 1)
                .setBit(bits - 2)
                .setBit(0)
                .add(BigInteger.valueOf(
                        2L * Objects.requireNonNull(DISTANCES.get(bits)).get(number)));
    }

    private static KeyPair pair(BigInteger p, BigInteger q) {
        BigInteger n = p.multiply(q);
        BigInteger d = E.modInverse(p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE)));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(n, E)),
                    factory.generatePrivate(new RSAPrivateCrtKeySpec(
                            n,
                            E,
                            d,
                            p,
                            q,
                            d.mod(p.subtract(BigInteger.ONE)),
                            d.mod(q.subtract(BigInteger.ONE)),
                            q.modInverse(p))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }
}
