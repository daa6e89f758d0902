package org.mxcensus.lab.tls;

import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.mxcensus.lab.ca.Identity;

/// Holds the identities of handshakes that are under way, each under an alias. An engine's peer host is its alias: to a
/// server's engine the peer means nothing else.
final class ChosenKeys extends X509ExtendedKeyManager {

    private static final int KEPT = 1024;

    // From the choice of the identity to its use within the same handshake.
    private final Map<String, Identity> chosen = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Identity> eldest) {
            return size() > KEPT;
        }
    });

    /// The alias of an identity.
    String alias(Identity identity) {
        String alias = "lab-" + Integer.toHexString(identity.leaf().hashCode()) + '-'
                + identity.leaf().getSerialNumber() + '-' + identity.chain().size();
        chosen.put(alias, identity);
        return alias;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        @Nullable String alias = engine == null ? null : engine.getPeerHost();
        @Nullable PrivateKey key = alias == null ? null : getPrivateKey(alias);
        return key != null && fits(keyType, key, engine) ? alias : null;
    }

    /// BoringSSL finds out itself whether the client takes the key, whatever type it is asked for by.
    private static boolean fits(String keyType, PrivateKey key, @Nullable SSLEngine engine) {
        return engine instanceof ReferenceCountedOpenSslEngine
                || keyType.startsWith(key.getAlgorithm())
                || keyType.equals("Ed25519") && key.getAlgorithm().equals("EdDSA");
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        Identity identity = chosen.get(alias);
        return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        Identity identity = chosen.get(alias);
        return identity == null ? null : identity.key();
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }
}
