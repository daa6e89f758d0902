package org.mxcensus.crawler.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A way to a server on which datagrams are lost, in both directions.
final class LossyProxy implements AutoCloseable {
    private final InetSocketAddress server;
    private final double share;
    private final DatagramSocket front = open();
    private final Map<SocketAddress, DatagramSocket> backs = new ConcurrentHashMap<>();
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();

    /// @param share of the datagrams that are lost on either way
    LossyProxy(InetSocketAddress server, double share, long seed) {
        this.server = server;
        this.share = share;
        Thread.ofVirtual().start(() -> queries(new Random(seed)));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(front.getLocalAddress(), front.getLocalPort());
    }

    int passed() {
        return passed.get();
    }

    int dropped() {
        return dropped.get();
    }

    private void queries(Random random) {
        pass(front, random, packet -> {
            SocketAddress client = packet.getSocketAddress();
            DatagramSocket back = backs.computeIfAbsent(client, this::answersTo);
            packet.setSocketAddress(server);
            back.send(packet);
        });
    }

    private DatagramSocket answersTo(SocketAddress client) {
        DatagramSocket back = open();
        Random random = new Random(backs.size());
        Thread.ofVirtual()
                .start(() -> pass(back, random, packet -> {
                    packet.setSocketAddress(client);
                    front.send(packet);
                }));
        return back;
    }

    private interface Way {
        void go(DatagramPacket packet) throws IOException;
    }

    private void pass(DatagramSocket from, Random random, Way way) {
        byte[] buffer = new byte[2048];
        while (!front.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                from.receive(packet);
                if (random.nextDouble() < share) {
                    dropped.incrementAndGet();
                } else {
                    passed.incrementAndGet();
                    way.go(packet);
                }
            } catch (IOException e) {
                if (!front.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static DatagramSocket open() {
        try {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setReceiveBufferSize(1 << 20);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        front.close();
        backs.values().forEach(DatagramSocket::close);
    }
}
