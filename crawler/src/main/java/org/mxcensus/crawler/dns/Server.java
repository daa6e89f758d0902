package org.mxcensus.crawler.dns;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// One resolver: its sockets, and how it does.
final class Server {

    /// So many questions in a row without any answer: it is down, not slow.
    private static final int SILENCES_OF_THE_DEAD = 20;

    /// Off loopback a forger has to guess the port too (RFC 5452 §9.2).
    private static final int PORTS = 16;

    private final InetSocketAddress address;
    private final List<UdpPort> ports = new ArrayList<>();
    private final AtomicInteger silences = new AtomicInteger();
    private volatile boolean unreachable;

    Server(InetSocketAddress address, MessageIds ids, EventLoops loops) {
        this.address = address;
        int count = address.getAddress().isLoopbackAddress() ? 1 : PORTS;
        for (int i = 0; i < count; i++) {
            ports.add(new UdpPort(this, ids, loops));
        }
    }

    InetSocketAddress address() {
        return address;
    }

    UdpPort port() {
        return ports.size() == 1
                ? ports.getFirst()
                : ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
    }

    void answered() {
        if (unreachable || silences.get() != 0) {
            unreachable = false;
            silences.set(0);
        }
    }

    void silent() {
        silences.incrementAndGet();
    }

    void unreachable() {
        unreachable = true;
    }

    boolean isUnreachable() {
        return unreachable;
    }

    boolean isWell() {
        return !unreachable && silences.get() < SILENCES_OF_THE_DEAD;
    }
}
