package org.mxcensus.lab.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A name server that has a SOA record for every name and nothing else, and takes its time.
final class SlowServer implements AutoCloseable {
    private final DatagramSocket socket =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final long millis;

    SlowServer(long millis) throws IOException {
        this.millis = millis;
        Thread.startVirtualThread(this::serve);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength())));
                SocketAddress asker = packet.getSocketAddress();
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> send(answer, asker));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static byte[] answer(Message query) throws IOException {
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.addRecord(question, Section.QUESTION);
        if (question.getType() == Type.SOA) {
            String data = "a. b. 1 3600 600 86400 300";
            answer.addRecord(
                    Record.fromString(question.getName(), Type.SOA, DClass.IN, 3600, data, Name.root), Section.ANSWER);
        }
        return answer.toWire();
    }

    private void send(byte[] answer, SocketAddress asker) {
        try {
            socket.send(new DatagramPacket(answer, answer.length, asker));
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
