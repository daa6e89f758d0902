package org.mxcensus.cli.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A resolver on loopback that knows the names of addresses, and asks a lab's for everything else.
final class ReverseDns implements AutoCloseable {
    private static final int LARGEST = 65_535;

    private final InetSocketAddress lab;
    private final DatagramSocket socket;
    private final Map<Name, Name> pointers = new ConcurrentHashMap<>();

    private ReverseDns(InetSocketAddress lab) throws IOException {
        this.lab = lab;
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    static ReverseDns before(InetSocketAddress lab) {
        try {
            ReverseDns resolver = new ReverseDns(lab);
            Thread.startVirtualThread(resolver::serve);
            return resolver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on the address is called so.
    ///
    /// @param owner of the PTR record
    void point(String owner, String name) {
        pointers.put(Name.fromConstantString(owner + "."), Name.fromConstantString(name + "."));
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            DatagramPacket query = new DatagramPacket(new byte[LARGEST], LARGEST);
            try {
                socket.receive(query);
                Thread.startVirtualThread(() -> answer(query));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(DatagramPacket query) {
        try {
            byte[] asked = Arrays.copyOf(query.getData(), query.getLength());
            Message message = new Message(asked);
            byte[] answer = message.getQuestion().getType() == Type.PTR ? pointer(message) : relayed(asked);
            socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
        } catch (IOException e) {
            // The test is over, or the query goes unanswered.
        }
    }

    private byte[] pointer(Message query) {
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RD);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        Name target = pointers.get(question.getName());
        if (target == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            answer.addRecord(new PTRRecord(question.getName(), DClass.IN, 300, target), Section.ANSWER);
        }
        return answer.toWire();
    }

    private byte[] relayed(byte[] query) throws IOException {
        try (DatagramSocket out = new DatagramSocket()) {
            out.send(new DatagramPacket(query, query.length, lab));
            DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
            out.receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
