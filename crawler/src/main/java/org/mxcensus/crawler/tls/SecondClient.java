package org.mxcensus.crawler.tls;

import io.netty.channel.Channel;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/// A client for second looks, by Bouncy Castle: it offers what BoringSSL has forgotten, or one type of key only.
///
/// It uses Bouncy Castle's own protocol and cryptography, so neither providers nor the JVM's list of disabled
/// algorithms have a part in it, and that list stays tight for everybody else. It is slow (some milliseconds),
/// which its rare use allows; it is set up when it is first used.
public final class SecondClient implements Handshaker {

    private final Offer offer;

    public SecondClient(Offer offer) {
        this.offer = offer;
    }

    /// What is offered.
    public enum Offer {
        /// TLS 1.0 to 1.2 with every suite that Bouncy Castle still knows: DHE with groups of any size, 3DES, suites
        /// without certificates; the ones of today too.
        OLD_TLS,
        /// TLS 1.0 to 1.3, for servers that sign or decrypt with RSA.
        RSA_KEYS,
        /// TLS 1.0 to 1.3, for servers that sign with ECDSA or EdDSA.
        EC_KEYS
    }

    private static final class Lazily {
        static final TlsCrypto CRYPTO = new BcTlsCrypto(new SecureRandom());
    }

    @Override
    public void begin(Channel channel, String serverName, CompletableFuture<Handshake> result) {
        SecondPeer peer = new SecondPeer(Lazily.CRYPTO, offer, serverName);
        channel.pipeline().addFirst(new SecondHandler(peer, result));
    }
}
