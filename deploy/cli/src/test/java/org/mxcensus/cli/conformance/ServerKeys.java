package org.mxcensus.cli.conformance;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.mxcensus.analyzer.conformance.DaneCase;
import org.mxcensus.analyzer.conformance.Suite;

/// The keys of a server and whatever chains it shows, good or not; it may have none.
final class ServerKeys extends X509ExtendedKeyManager {

    private record Key(PrivateKey key, List<X509Certificate> chain) {}

    private final Map<String, Key> byType = new LinkedHashMap<>();

    private ServerKeys() {}

    private void add(List<String> chain, String key, Suite<?> suite) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String reference : chain) {
            certificates.add(certificate(decode(suite.certificates(), reference)));
        }
        String type = certificates.getFirst().getPublicKey().getAlgorithm();
        PrivateKey signing =
                KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(decode(suite.keys(), key)));
        byType.put(type, new Key(signing, certificates));
    }

    static SSLContext context(DaneCase.Smtp smtp, Suite<?> suite) {
        try {
            ServerKeys keys = new ServerKeys();
            if (!smtp.chain().isEmpty()) {
                keys.add(smtp.chain(), smtp.key(), suite);
            }
            if (smtp.otherKey() != null) {
                keys.add(smtp.otherKey().chain(), smtp.otherKey().key(), suite);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param reference a name in the table, or the thing itself
    private static byte[] decode(Map<String, String> table, String reference) {
        return Base64.getDecoder().decode(table.getOrDefault(reference, reference));
    }

    private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return byType.containsKey(keyType) ? keyType : null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return byType.containsKey(keyType) ? keyType : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return byType.get(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return byType.get(alias).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return byType.containsKey(keyType) ? new String[] {keyType} : null;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
