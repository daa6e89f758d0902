package org.mxcensus.crawler.tls;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;

/// What a [SecondClient] says of itself in one handshake, and what it puts up with: everything.
final class SecondPeer extends DefaultTlsClient {

    private static final int[] RSA = {
        SignatureScheme.rsa_pss_rsae_sha256,
        SignatureScheme.rsa_pss_rsae_sha384,
        SignatureScheme.rsa_pss_rsae_sha512,
        SignatureScheme.rsa_pkcs1_sha256,
        SignatureScheme.rsa_pkcs1_sha384,
        SignatureScheme.rsa_pkcs1_sha512,
        SignatureScheme.rsa_pkcs1_sha1
    };
    private static final int[] EC = {
        SignatureScheme.ecdsa_secp256r1_sha256,
        SignatureScheme.ecdsa_secp384r1_sha384,
        SignatureScheme.ecdsa_secp521r1_sha512,
        SignatureScheme.ed25519,
        SignatureScheme.ed448,
        SignatureScheme.ecdsa_sha1
    };
    /// SHA-1 with DSA (RFC 5246 §7.4.1.4.1), which the registry has no name for any more.
    private static final int[] DSA = {0x0202, 0x0402};

    /// As [TlsClient] bounds it.
    private static final int MAX_MESSAGE_BYTES = 1280 * 1024;
    private static final int MAX_CERTIFICATES = 1000;
    /// What is larger costs more to compute with than it tells.
    private static final int MAX_DH_BITS = 8192;

    private final SecondClient.Offer offer;
    private final String serverName;
    private boolean complete;

    SecondPeer(TlsCrypto crypto, SecondClient.Offer offer, String serverName) {
        super(crypto);
        this.offer = offer;
        this.serverName = serverName;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        ProtocolVersion newest = offer == SecondClient.Offer.OLD_TLS ? ProtocolVersion.TLSv12 : ProtocolVersion.TLSv13;
        return newest.downTo(ProtocolVersion.TLSv10);
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return SecondSuites.offered(offer, getCrypto());
    }

    @Override
    protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithms() {
        return switch (offer) {
            case OLD_TLS -> algorithms(RSA, EC, DSA);
            case RSA_KEYS -> algorithms(RSA);
            case EC_KEYS -> algorithms(EC);
        };
    }

    // RFC 8446 §4.2.3: without this the list above would speak of the certificates' signatures too.
    @Override
    protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithmsCert() {
        return algorithms(RSA, EC);
    }

    private static Vector<SignatureAndHashAlgorithm> algorithms(int[]... kinds) {
        Vector<SignatureAndHashAlgorithm> algorithms = new Vector<>();
        for (int[] kind : kinds) {
            for (int scheme : kind) {
                algorithms.add(SignatureAndHashAlgorithm.getInstance((short) (scheme >>> 8), (short) (scheme & 0xff)));
            }
        }
        return algorithms;
    }

    // RFC 6066 §3: host names only, of more than one label as the first client has it.
    @Override
    protected Vector<ServerName> getSNIServerNames() {
        return serverName.indexOf('.') < 0
                ? new Vector<>()
                : new Vector<>(
                        List.of(new ServerName(NameType.host_name, serverName.getBytes(StandardCharsets.US_ASCII))));
    }

    @Override
    public TlsDHGroupVerifier getDHGroupVerifier() {
        return group -> group.getP().bitLength() <= MAX_DH_BITS;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) {
                // Recorded as sent, judged elsewhere.
            }

            @Override
            public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
                return null;
            }
        };
    }

    @Override
    public int getMaxCertificateChainLength() {
        return MAX_CERTIFICATES;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return MAX_MESSAGE_BYTES;
    }

    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    @Override
    public void notifySecureRenegotiation(boolean secure) {
        // RFC 5746 §4.1 lets a client go on without; there is never a renegotiation here.
    }

    @Override
    public void notifyHandshakeComplete() {
        complete = true;
    }

    boolean complete() {
        return complete;
    }

    /// The parameters of the session.
    SecurityParameters session() {
        return context.getSecurityParametersConnection();
    }
}
