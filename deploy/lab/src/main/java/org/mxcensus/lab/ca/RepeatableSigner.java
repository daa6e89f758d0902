package org.mxcensus.lab.ca;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;

/// ECDSA with SHA-256 whose signatures repeat (RFC 6979), so that a certificate has the same bytes in every run
/// and a TLSA record of the whole certificate stays right.
final class RepeatableSigner implements ContentSigner {

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ECPrivateKeyParameters key;

    RepeatableSigner(KeyPair pair) {
        key = new ECPrivateKeyParameters(((ECPrivateKey) pair.getPrivate()).getS(), new ECDomainParameters(CURVE));
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.toByteArray());
            BigInteger[] signature = signer.generateSignature(digest);
            return StandardDSAEncoding.INSTANCE.encode(CURVE.getN(), signature[0], signature[1]);
        } catch (NoSuchAlgorithmException | java.io.IOException impossible) {
            throw new IllegalStateException("signing with P-256 and SHA-256 failed", impossible);
        }
    }
}
