package org.mxcensus.lab.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.mxcensus.lab.ca.Identity;

/// Chooses a server's key by the name in the handshake. An alias stands for one identity.
final class NamedKeyManager extends X509ExtendedKeyManager {

    private static final int KEPT = 1024;

    private final Identities identities;
    // From the choice of the alias to its use within the same handshake.
    private final Map<String, Identity> chosen = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Identity> eldest) {
            return size() > KEPT;
        }
    });

    NamedKeyManager(Identities identities) {
        this.identities = identities;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        // BoringSSL asks for each type of key that the client takes; the lab has EC keys only.
        if (engine == null || !keyType.startsWith("EC")) {
            return null;
        }
        String server = engine.getPeerHost();
        Optional<Identity> identity =
                identities.find(server == null ? "" : server, ServerTls.named(engine.getHandshakeSession()));
        return identity.map(this::alias).orElse(null);
    }

    private String alias(Identity identity) {
        String alias = "lab-" + Integer.toHexString(identity.leaf().hashCode()) + '-'
                + identity.leaf().getSerialNumber() + '-' + identity.chain().size();
        chosen.put(alias, identity);
        return alias;
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
