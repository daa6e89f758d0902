package org.mxcensus.lab.ca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// ECDSA whose signatures repeat (RFC 6979), so that a certificate has the same bytes in every run and a TLSA record
/// of the whole certificate stays right. The signatures of RSA (PKCS #1 v1.5) and Ed25519 repeat of themselves.
final class RepeatableSigner implements ContentSigner {

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final Curve curve;
    private final ECPrivateKeyParameters key;

    private RepeatableSigner(ECPrivateKey secret) {
        curve = secret.getParams().getOrder().bitLength() <= 256 ? Curve.P_256 : Curve.P_384;
        key = new ECPrivateKeyParameters(secret.getS(), new ECDomainParameters(curve.parameters()));
    }

    /// The signer for a key, with the digest that goes with its strength.
    static ContentSigner of(PrivateKey key) {
        return key instanceof ECPrivateKey ec
                ? new RepeatableSigner(ec)
                : of(key, key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519");
    }

    /// @param algorithm by its name in Java, not of ECDSA
    static ContentSigner of(PrivateKey key, String algorithm) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(key);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(
                switch (curve) {
                    case P_256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
                    case P_384 -> X9ObjectIdentifiers.ecdsa_with_SHA384;
                });
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        Digest digest = switch (curve) {
            case P_256 -> new SHA256Digest();
            case P_384 -> new SHA384Digest();
        };
        byte[] octets = new byte[digest.getDigestSize()];
        digest.update(content.toByteArray(), 0, content.size());
        digest.doFinal(octets, 0);
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(digest));
        signer.init(true, key);
        BigInteger[] signature = signer.generateSignature(octets);
        try {
            return StandardDSAEncoding.INSTANCE.encode(curve.parameters().getN(), signature[0], signature[1]);
        } catch (IOException impossible) {
            throw new IllegalStateException("a signature cannot be written", impossible);
        }
    }
}
