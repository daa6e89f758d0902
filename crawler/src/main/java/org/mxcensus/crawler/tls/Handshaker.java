package org.mxcensus.crawler.tls;

import io.netty.channel.Channel;
import java.util.concurrent.CompletableFuture;

/// A client's side of TLS: what it offers, and how it notes down what came of it.
public sealed interface Handshaker permits TlsClient, SecondClient {

    /// Begins the handshake on an open channel. On its event loop.
    ///
    /// @param serverName what to send as SNI (RFC 6066 §3); empty for none
    /// @param result completed with what became of it; exceptionally only by a bug of ours
    void begin(Channel channel, String serverName, CompletableFuture<Handshake> result);
}
