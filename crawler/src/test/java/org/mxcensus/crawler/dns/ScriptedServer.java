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

    private final DatagramSocket datagrams;
    private final ServerSocket streams;
    private final AtomicInteger udpQueries = new AtomicInteger();
    private final AtomicInteger tcpQueries = new AtomicInteger();

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
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] query = in.readNBytes(in.readUnsignedShort());
                tcpQueries.incrementAndGet();
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                for (byte[] answer : script.answer(new Message(query))) {
                    out.writeShort(answer.length);
                    out.write(answer);
                }
            } catch (IOException e) {
                if (!streams.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
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
