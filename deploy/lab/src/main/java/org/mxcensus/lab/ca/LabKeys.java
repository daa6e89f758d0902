package org.mxcensus.lab.ca;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// P-256 key pairs that follow from a seed and a label. Worth nothing as secrets, and not meant to be.
public final class LabKeys {

    private static final ECParameterSpec P256 = p256();

    private final byte[] seed;

    public LabKeys(long seed) {
        this.seed = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
    }

    /// The key pair of this label.
    public KeyPair pair(String label) {
        // In 1 … n-1. The bias of the modulus does not matter to keys that anybody can work out.
        BigInteger secret = new BigInteger(1, bytes("key " + label))
                .mod(P256.getOrder().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        ECPoint point = new FixedPointCombMultiplier()
                .multiply(CustomNamedCurves.getByName("secp256r1").getG(), secret)
                .normalize();
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            var w = new java.security.spec.ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            return new KeyPair((ECPublicKey) factory.generatePublic(new ECPublicKeySpec(w, P256)), (ECPrivateKey)
                    factory.generatePrivate(new ECPrivateKeySpec(secret, P256)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    /// The serial number of this label's certificate: positive, at most 20 octets (RFC 5280 §4.1.2.2).
    BigInteger serial(String label) {
        return new BigInteger(1, Arrays.copyOf(bytes("serial " + label), 16)).setBit(0);
    }

    private byte[] bytes(String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }
}
