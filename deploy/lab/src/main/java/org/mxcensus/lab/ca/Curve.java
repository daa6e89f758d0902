package org.mxcensus.lab.ca;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// The curves of ECDSA keys (FIPS 186-5).
enum Curve {
    P_256("secp256r1"),
    P_384("secp384r1");

    private final X9ECParameters curve;
    private final ECParameterSpec spec;

    Curve(String name) {
        curve = CustomNamedCurves.getByName(name);
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            spec = parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + name, impossible);
        }
    }

    X9ECParameters parameters() {
        return curve;
    }

    /// The key pair that follows from these octets.
    KeyPair pair(byte[] octets) {
        // In 1 … n-1. The bias of the modulus does not matter to keys that anybody can work out.
        BigInteger secret = new BigInteger(1, octets)
                .mod(spec.getOrder().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        ECPoint point =
                new FixedPointCombMultiplier().multiply(curve.getG(), secret).normalize();
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            var w = new java.security.spec.ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            return new KeyPair(
                    factory.generatePublic(new ECPublicKeySpec(w, spec)),
                    factory.generatePrivate(new ECPrivateKeySpec(secret, spec)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + this, impossible);
        }
    }
}
