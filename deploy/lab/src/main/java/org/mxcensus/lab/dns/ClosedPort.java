package org.mxcensus.lab.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.DatagramChannel;

/// A port that nobody serves and nobody else can have. Datagrams to it are answered by ICMP, connections by RST.
final class ClosedPort implements AutoCloseable {

    private final DatagramChannel datagrams;
    private final Socket streams;

    private ClosedPort(DatagramChannel datagrams, Socket streams) {
        this.datagrams = datagrams;
        this.streams = streams;
    }

    static ClosedPort at(InetSocketAddress address) {
        try {
            // Connected to somebody else, it takes datagrams from nobody but him.
            DatagramChannel datagrams = DatagramChannel.open().bind(address);
            datagrams.connect(new InetSocketAddress(address.getAddress(), 1));
            // Bound, and not listening.
            Socket streams = new Socket();
            streams.setReuseAddress(true);
            streams.bind(address);
            return new ClosedPort(datagrams, streams);
        } catch (IOException e) {
            throw new UncheckedIOException("the port " + address + " went to another process", e);
        }
    }

    @Override
    public void close() {
        try (datagrams) {
            streams.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
