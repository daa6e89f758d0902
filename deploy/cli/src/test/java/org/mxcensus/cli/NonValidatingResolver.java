package org.mxcensus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// A resolver on loopback that passes on what another one says, but for the AD bit.
final class NonValidatingResolver implements AutoCloseable {
    private static final int LARGEST = 65_535;
    private static final int FLAGS = 3;
    private static final int AD = 0x20;

    private final InetSocketAddress upstream;
    private final DatagramSocket socket;

    private NonValidatingResolver(InetSocketAddress upstream) throws IOException {
        this.upstream = upstream;
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    static NonValidatingResolver of(InetSocketAddress upstream) {
        try {
            NonValidatingResolver resolver = new NonValidatingResolver(upstream);
            Thread.startVirtualThread(resolver::serve);
            return resolver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            DatagramPacket query = new DatagramPacket(new byte[LARGEST], LARGEST);
            try {
                socket.receive(query);
                Thread.startVirtualThread(() -> relay(query));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void relay(DatagramPacket query) {
        try (DatagramSocket out = new DatagramSocket()) {
            out.send(new DatagramPacket(query.getData(), query.getLength(), upstream));
            DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
            out.receive(answer);
            answer.getData()[FLAGS] &= ~AD;
            socket.send(new DatagramPacket(answer.getData(), answer.getLength(), query.getSocketAddress()));
        } catch (IOException e) {
            // The test is over, or the query goes unanswered.
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
