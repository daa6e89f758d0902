package org.mxcensus.lab.ca;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.mxcensus.lab.world.KeyType;

/// Key pairs that follow from a seed and a label. Worth nothing as secrets, and not meant to be.
public final class LabKeys {

    /// Servers share RSA keys: three of a size, so that a roll-over changes the key.
    private static final int RSA_POOL = 3;

    private final byte[] seed;

    public LabKeys(long seed) {
        this.seed = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
    }

    /// The P-256 key pair of this label.
    public KeyPair pair(String label) {
        return Curve.P_256.pair(bytes("key " + label));
    }

    /// A server's key pair. RSA keys are shared between servers.
    ///
    /// @param number of the key: another number than the one before or after it gives another key
    /// @param type not [KeyType#DUAL], which are two
    KeyPair pair(KeyType type, String name, int number) {
        String label = "server " + number + ' ' + name;
        return switch (type) {
            case P_256 -> pair(label);
            case P_384 -> Curve.P_384.pair(wide("key " + label));
            case ED25519 -> ed25519(bytes("key " + label));
            case RSA_2048 -> RsaKeys.pair(2048, Math.floorMod(name.hashCode() + number, RSA_POOL));
            case RSA_1024 -> RsaKeys.pair(1024, Math.floorMod(name.hashCode() + number, RSA_POOL));
            case DUAL -> throw new IllegalArgumentException("two keys are not one");
        };
    }

    /// The RSA key pair of an authority.
    static KeyPair rsaAuthority() {
        return RsaKeys.pair(2048, RSA_POOL);
    }

    private static KeyPair ed25519(byte[] secret) {
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            byte[] point =
                    new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
            var info = new SubjectPublicKeyInfo(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), point);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(info.getEncoded())),
                    factory.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret)));
        } catch (GeneralSecurityException | java.io.IOException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    /// The serial number of this label's certificate: positive, at most 20 octets (RFC 5280 §4.1.2.2).
    BigInteger serial(String label) {
        return new BigInteger(1, Arrays.copyOf(bytes("serial " + label), 16)).setBit(0);
    }

    private byte[] wide(String label) {
        return ByteBuffer.allocate(64)
                .put(bytes(label))
                .put(bytes(label + " once more"))
                .array();
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
}
