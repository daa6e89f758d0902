package org.mxcensus.crawler.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.xbill.DNS.Message;

/// A resolver on loopback that answers as it is told, well or badly, over UDP and TCP.
public final class ScriptedServer implements AutoCloseable {

    /// What to send for a query; nothing, one message or several.
    @FunctionalInterface
    public interface Script {
        List<byte[]> answer(Message query) throws IOException;
    }

    /// One TCP connection, from its first byte to its end.
    @FunctionalInterface
    public interface Conversation {
        /// @param number of the connection, from 1
        void hold(int number, DataInputStream in, DataOutputStream out) throws IOException;
    }

    private final DatagramSocket datagrams;
    private final ServerSocket streams;
    private final AtomicInteger udpQueries = new AtomicInteger();
    private final AtomicInteger tcpQueries = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    private ScriptedServer(DatagramSocket datagrams, ServerSocket streams) {
        this.datagrams = datagrams;
        this.streams = streams;
    }

    /// Each query gets one well-formed message, over whichever transport it comes.
    public static ScriptedServer answering(Function<Message, Message> answer) {
        return start(query -> List.of(answer.apply(query).toWire()));
    }

    public static ScriptedServer start(Script both) {
        return start(both, both);
    }

    public static ScriptedServer start(Script udp, Script tcp) {
        return start(InetAddress.getLoopbackAddress(), udp, tcp);
    }

    public static ScriptedServer start(InetAddress loopback, Script udp, Script tcp) {
        ScriptedServer server = bind(loopback);
        Thread.ofVirtual().start(() -> server.serveDatagrams(udp));
        Thread.ofVirtual().start(() -> server.serveStreams(tcp));
        return server;
    }

    /// Each connection is held as it is told, side by side with others.
    public static ScriptedServer conversing(Script udp, Conversation tcp) {
        ScriptedServer server = bind(InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> server.serveDatagrams(udp));
        Thread.ofVirtual().start(() -> server.accept(tcp));
        return server;
    }

    /// The TCP port refuses.
    public static ScriptedServer withoutTcp(Script udp) {
        ScriptedServer server = bind(InetAddress.getLoopbackAddress());
        server.closeStreams();
        Thread.ofVirtual().start(() -> server.serveDatagrams(udp));
        return server;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(datagrams.getLocalAddress(), datagrams.getLocalPort());
    }

    public int udpQueries() {
        return udpQueries.get();
    }

    public int tcpQueries() {
        return tcpQueries.get();
    }

    /// How many TCP connections there were.
    public int connections() {
        return connections.get();
    }

    /// Leaves the kernel no more room for queries that have not been read yet.
    public ScriptedServer withRoomFor(int bytes) throws SocketException {
        datagrams.setReceiveBufferSize(bytes);
        return this;
    }

    /// @return a query as it came over a connection
    public static Message read(DataInputStream in) throws IOException {
        return new Message(in.readNBytes(in.readUnsignedShort()));
    }

    /// Sends a message over a connection.
    public static void write(DataOutputStream out, byte[] message) throws IOException {
        // In one piece, so that it is one segment.
        out.write(ByteBuffer.allocate(2 + message.length)
                .putShort((short) message.length)
                .put(message)
                .array());
        out.flush();
    }

    @Override
    public void close() {
        datagrams.close();
        closeStreams();
    }

    /// One port number for both.
    private static ScriptedServer bind(InetAddress loopback) {
        for (int tries = 0; ; tries++) {
            try {
                ServerSocket streams = new ServerSocket(0, 50, loopback);
                try {
                    return new ScriptedServer(new DatagramSocket(streams.getLocalPort(), loopback), streams);
                } catch (SocketException e) {
                    streams.close();
                    if (tries == 20) {
                        throw e;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serveDatagrams(Script script) {
        byte[] buffer = new byte[4096];
        while (!datagrams.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                udpQueries.incrementAndGet();
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                for (byte[] answer : script.answer(query)) {
                    datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!datagrams.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serveStreams(Script script) {
        while (!streams.isClosed()) {
            try (Socket socket = streams.accept()) {
                connections.incrementAndGet();
                Message query = read(new DataInputStream(socket.getInputStream()));
                tcpQueries.incrementAndGet();
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                for (byte[] answer : script.answer(query)) {
                    write(out, answer);
                }
            } catch (IOException e) {
                if (!streams.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void accept(Conversation conversation) {
        while (!streams.isClosed()) {
            try {
                Socket socket = streams.accept();
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> hold(socket, number, conversation));
            } catch (IOException e) {
                if (!streams.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void hold(Socket socket, int number, Conversation conversation) {
        try (socket) {
            conversation.hold(
                    number,
                    new DataInputStream(socket.getInputStream()),
                    new DataOutputStream(socket.getOutputStream()));
        } catch (IOException e) {
            // The other side has ended it, which is its right.
        }
    }

    private void closeStreams() {
        try {
            streams.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
