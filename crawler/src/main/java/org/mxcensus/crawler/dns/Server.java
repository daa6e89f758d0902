package org.mxcensus.crawler.dns;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// One resolver: its ports, and how it does. All but the address belongs to the event loop.
final class Server {

    /// Off loopback a forger has to guess the port too (RFC 5452 §9.2).
    private static final int PORTS_AGAINST_FORGERY = 16;

    /// Datagrams that may wait for answers at one port: half of the ids stay free.
    private static final int MOST_AT_A_PORT = 1 << 15;

    private final InetSocketAddress address;
    private final RoundTrip roundTrip = new RoundTrip();
    private final CongestionWindow window;
    private final Health health = new Health();
    private final List<UdpPort> ports;

    /// @param window never more fresh datagrams than so many
    /// @param datagrams that may wait for an answer, repetitions included
    Server(InetSocketAddress address, int window, int datagrams, MessageIds ids, Dispatcher dispatcher) {
        this.address = address;
        this.window = new CongestionWindow(window, System.nanoTime());
        int against = address.getAddress().isLoopbackAddress() ? 1 : PORTS_AGAINST_FORGERY;
        this.ports = IntStream.range(0, Math.max(against, Math.ceilDiv(datagrams, MOST_AT_A_PORT)))
                .mapToObj(port -> new UdpPort(this, new PortIds(ids), dispatcher))
                .toList();
    }

    InetSocketAddress address() {
        return address;
    }

    RoundTrip roundTrip() {
        return roundTrip;
    }

    CongestionWindow window() {
        return window;
    }

    Health health() {
        return health;
    }

    UdpPort anyPort() {
        return ports.size() == 1
                ? ports.getFirst()
                : ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
    }
}
