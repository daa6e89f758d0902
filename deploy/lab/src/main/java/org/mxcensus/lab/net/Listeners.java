package org.mxcensus.lab.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Listeners at many addresses, all at one port.
public final class Listeners implements AutoCloseable {

    private static final int MOST_TRIES = 20;

    private final ServerBootstrap bootstrap;
    private final Map<String, Channel> open = new HashMap<>();
    private int port;

    /// @param bootstrap complete with the handler for accepted connections
    /// @param port the port, or 0 for one that is free at all addresses
    public Listeners(ServerBootstrap bootstrap, int port) {
        this.bootstrap = bootstrap;
        this.port = port;
    }

    /// The common port; 0 before anything listens.
    public int port() {
        return port;
    }

    /// Listens at exactly these addresses: closes what is too much, opens what is missing, keeps the port.
    public void listenAt(Collection<String> addresses) {
        Set<String> wanted = new HashSet<>(addresses);
        List<Channel> superfluous = new ArrayList<>();
        open.entrySet().removeIf(listener -> {
            boolean drop = !wanted.contains(listener.getKey());
            if (drop) {
                superfluous.add(listener.getValue());
            }
            return drop;
        });
        superfluous.stream().map(Channel::close).toList().forEach(ChannelFuture::syncUninterruptibly);
        wanted.removeAll(open.keySet());
        openAll(List.copyOf(wanted));
    }

    private void openAll(List<String> addresses) {
        boolean free = port == 0;
        for (int attempt = 1; !addresses.isEmpty(); attempt++) {
            Optional<Throwable> failure = tryOpen(addresses);
            if (failure.isEmpty()) {
                return;
            }
            // A port chosen for one address may be taken at another: choose again.
            if (!free || attempt == MOST_TRIES) {
                throw new UncheckedIOException(
                        "cannot listen at port " + port + " of " + addresses.size() + " addresses",
                        failure.get() instanceof IOException io ? io : new IOException(failure.get()));
            }
            port = 0;
        }
    }

    private Optional<Throwable> tryOpen(List<String> addresses) {
        Map<String, Channel> opened = new HashMap<>();
        if (port == 0) {
            ChannelFuture first = bind(addresses.getFirst());
            if (!first.isSuccess()) {
                return Optional.of(first.cause());
            }
            opened.put(addresses.getFirst(), first.channel());
            port = ((InetSocketAddress) first.channel().localAddress()).getPort();
        }
        for (String address : addresses.subList(opened.size(), addresses.size())) {
            ChannelFuture next = bind(address);
            if (!next.isSuccess()) {
                opened.values().forEach(channel -> channel.close().syncUninterruptibly());
                return Optional.of(next.cause());
            }
            opened.put(address, next.channel());
        }
        open.putAll(opened);
        return Optional.empty();
    }

    private ChannelFuture bind(String address) {
        return bootstrap.bind(address, port).awaitUninterruptibly();
    }

    @Override
    public void close() {
        listenAt(List.of());
    }
}
