package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mxcensus.crawler.dns.Messages.found;
import static org.mxcensus.crawler.dns.Messages.truncated;

import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.crawler.Warnings;
import org.mxcensus.datasets.observation.DnsFailure;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A server that does what it can to harm: the right outcome, no exception, no leak.
class HostileServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String TRUTH = "192.0.2.1";

    private ResourceLeakDetector.Level level = ResourceLeakDetector.Level.SIMPLE;
    private Warnings warnings = Warnings.of("io.netty");

    @BeforeEach
    void watch() {
        level = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    /// Leaks show when what leaked is collected, and something else is allocated.
    @AfterEach
    void nothingWasLeakedAndNothingThrown() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            ByteBufAllocator.DEFAULT.directBuffer(64).release();
            new AdaptiveByteBufAllocator().directBuffer(64).release();
        }
        ResourceLeakDetector.setLevel(level);
        warnings.close();
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void theWatchSeesALeak() {
        IntStream.range(0, 3).forEach(i -> ByteBufAllocator.DEFAULT.directBuffer(64));
        for (int i = 0; i < 20 && warnings.lines().isEmpty(); i++) {
            System.gc();
            ByteBufAllocator.DEFAULT.directBuffer(64).release();
        }
        assertThat(warnings.lines()).anyMatch(line -> line.contains("LEAK"));
        warnings.lines().clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 32_768})
    void wrongIdsAreDropped(int difference) {
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    Message forged = found(q, "a.example A 203.0.113.66");
                    forged.getHeader().setID(q.getHeader().getID() + difference & 0xFFFF);
                    return List.of(forged.toWire(), truth(q));
                });
                NettyTransport wire = open(PATIENCE, server)) {
            assertThat(ask(wire)).isEqualTo(TRUTH);
        }
    }

    @Test
    void wrongQuestionsAreDropped() {
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    List<byte[]> messages = new ArrayList<>();
                    messages.add(forged(q, "b.example", Type.A, DClass.IN));
                    messages.add(forged(q, "a.example", Type.AAAA, DClass.IN));
                    messages.add(forged(q, "a.example", Type.A, DClass.CH));
                    messages.add(forged(q, "a.example.example", Type.A, DClass.IN));
                    messages.add(forged(q, "example", Type.A, DClass.IN));
                    messages.add(Arrays.copyOf(truth(q), 12));
                    messages.add(truth(q));
                    return messages;
                });
                NettyTransport wire = open(PATIENCE, server)) {
            assertThat(ask(wire)).isEqualTo(TRUTH);
        }
    }

    /// RFC 1035 §4.1.1: a response says that it is one, and to what kind of message.
    @Test
    void whatIsNoResponseToAQueryIsDropped() {
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    Message question = found(q, "a.example A 203.0.113.66");
                    question.getHeader().unsetFlag(Flags.QR);
                    Message update = found(q, "a.example A 203.0.113.66");
                    update.getHeader().setOpcode(Opcode.UPDATE);
                    return List.of(question.toWire(), update.toWire(), truth(q));
                });
                NettyTransport wire = open(PATIENCE, server)) {
            assertThat(ask(wire)).isEqualTo(TRUTH);
        }
    }

    @Test
    void whatComesFromAnotherPortOrAddressIsDropped() throws IOException {
        try (DatagramSocket asked = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
                DatagramSocket port = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
                DatagramSocket address = new DatagramSocket(asked.getLocalPort(), InetAddress.ofLiteral("127.0.0.2"));
                NettyTransport wire = new NettyTransport(
                        new ResolverConfig(
                                List.of(new java.net.InetSocketAddress("127.0.0.1", asked.getLocalPort())),
                                false,
                                Optional.empty(),
                                PATIENCE,
                                1,
                                10),
                        new EventLoops(),
                        new SecureRandom())) {
            Underway<String> answer = Underway.ask(() -> ask(wire));
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            asked.receive(packet);
            Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
            byte[] forged = found(query, "a.example A 203.0.113.66").toWire();
            send(port, forged, packet.getSocketAddress());
            send(address, forged, packet.getSocketAddress());
            send(asked, truth(query), packet.getSocketAddress());
            assertThat(answer.await()).isEqualTo(TRUTH);
        }
    }

    @Test
    void truncatedAndTcpRefused() {
        try (ScriptedServer server =
                        ScriptedServer.withoutTcp(q -> List.of(truncated(q).toWire()));
                NettyTransport wire = open(PATIENCE, server)) {
            assertThat(ask(wire)).isEqualTo(DnsFailure.NETWORK.name());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void compressionLoops(int kind) {
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    byte[] whole = truth(q);
                    int owner = Header.LENGTH + q.getQuestion().getName().length() + 4;
                    int target = switch (kind) {
                        case 0 -> owner;
                        case 1 -> whole.length + 100;
                        default -> owner + 2;
                    };
                    whole[owner] = (byte) (0xC0 | target >> 8);
                    whole[owner + 1] = (byte) target;
                    if (kind == 2) {
                        whole[owner + 2] = (byte) 0xC0;
                        whole[owner + 3] = (byte) owner;
                    }
                    return List.of(whole);
                });
                NettyTransport wire = open(PATIENCE, server)) {
            assertThat(ask(wire)).isEqualTo(DnsFailure.MALFORMED.name());
        }
    }

    @Test
    void recordsOf64KibibytesOverTcp() {
        String text = "x".repeat(200);
        List<String> records = new ArrayList<>(List.of("a.example A " + TRUTH));
        for (int i = 0; i < 298; i++) {
            records.add("a.example TXT \"%03d%s\"".formatted(i, text));
        }
        try (ScriptedServer server = ScriptedServer.start(
                        q -> List.of(truncated(q).toWire()),
                        q -> List.of(Arrays.copyOf(
                                found(q, records.toArray(String[]::new)).toWire(), 65_535)));
                NettyTransport wire = open(PATIENCE, server)) {
            assertThat(ask(wire)).isEqualTo(TRUTH);
        }
    }

    @Test
    void trailingBytesArePassedOver() {
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    byte[] whole = truth(q);
                    return List.of(Arrays.copyOf(whole, whole.length + 300));
                });
                NettyTransport wire = open(PATIENCE, server)) {
            assertThat(ask(wire)).isEqualTo(TRUTH);
        }
    }

    @Test
    void silentOverUdpAndOverTcp() {
        try (ScriptedServer silent = ScriptedServer.start(q -> List.of());
                ScriptedServer mute = ScriptedServer.conversing(
                        q -> List.of(truncated(q).toWire()), (number, in, out) -> in.readNBytes(1 << 20));
                NettyTransport udp = open(SHORT, silent);
                NettyTransport tcp = open(SHORT, mute)) {
            assertThat(ask(udp)).isEqualTo(DnsFailure.TIMEOUT.name());
            assertThat(ask(tcp)).isEqualTo(DnsFailure.TIMEOUT.name());
        }
    }

    /// The answer to the first datagram comes after the last was sent.
    @Test
    void slow() {
        List<byte[]> held = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    held.add(truth(q));
                    return held.size() < 3 ? List.of() : List.of(held.getFirst());
                });
                NettyTransport wire = open(Duration.ofSeconds(4), server)) {
            assertThat(ask(wire)).isEqualTo(TRUTH);
        }
    }

    /// One byte in a segment, and in the end half a message.
    @Test
    void tcpInDribs() {
        try (ScriptedServer server =
                        ScriptedServer.conversing(q -> List.of(truncated(q).toWire()), (number, in, out) -> {
                            byte[] answer = truth(ScriptedServer.read(in));
                            out.writeByte(0);
                            out.writeByte(answer.length);
                            for (byte one : answer) {
                                out.writeByte(one);
                            }
                            out.writeShort(500);
                            out.write(new byte[20]);
                        });
                NettyTransport wire = open(PATIENCE, server)) {
            assertThat(ask(wire)).isEqualTo(TRUTH);
        }
    }

    /// A hundred thousand messages in all. Whatever cannot be an answer is none, and the answer behind it counts.
    @Test
    void randomBytesAreNoAnswer() {
        int before = 19;
        Random random = new Random(20_260_824);
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    List<byte[]> messages = new ArrayList<>();
                    for (int i = 0; i < before; i++) {
                        messages.add(noise(q, random));
                    }
                    messages.add(truth(q));
                    return messages;
                });
                NettyTransport wire = open(PATIENCE, server)) {
            assertThat(together(wire, 100_000 / (before + 1))).containsOnly(TRUTH);
        }
    }

    /// What fits the question and is noise behind it may say anything, as long as nothing breaks.
    @Test
    void noiseBehindTheQuestionIsAnOutcomeLikeOthers() {
        Random random = new Random(20_260_825);
        try (ScriptedServer server = ScriptedServer.start(q -> List.of(noiseBehindTheQuestion(q, random)));
                NettyTransport wire = open(Duration.ofSeconds(5), server)) {
            assertThat(together(wire, 5_000)).doesNotContain(DnsFailure.INTERNAL_ERROR.name());
        }
    }

    private static byte[] noise(Message query, Random random) {
        byte[] message = new byte[random.nextInt(200)];
        random.nextBytes(message);
        if (random.nextBoolean() && message.length > 2) {
            // The right id, and at times a header that could be a response's.
            message[0] = (byte) (query.getHeader().getID() >> 8);
            message[1] = (byte) query.getHeader().getID();
            message[2] |= (byte) (random.nextBoolean() ? 0x80 : 0);
        }
        return message;
    }

    private static byte[] noiseBehindTheQuestion(Message query, Random random) {
        int question = Header.LENGTH + query.getQuestion().getName().length() + 4;
        byte[] message = Arrays.copyOf(truth(query), question + random.nextInt(200));
        for (int i = question; i < message.length; i++) {
            message[i] = (byte) random.nextInt();
        }
        // TC now and then, any response code, and up to three records in each section.
        message[2] = (byte) (random.nextInt(8) == 0 ? 0x82 : 0x80);
        message[3] = (byte) random.nextInt();
        for (int i = 7; i < Header.LENGTH; i += 2) {
            message[i] = (byte) random.nextInt(4);
        }
        return message;
    }

    private static byte[] truth(Message query) {
        return found(query, "a.example A " + TRUTH).toWire();
    }

    private static byte[] forged(Message query, String name, int type, int dclass) {
        Message other = new Message(query.getHeader().getID());
        Name owner = Messages.name(name);
        other.addRecord(Record.newRecord(owner, type, dclass), Section.QUESTION);
        return found(other, "a.example A 203.0.113.66").toWire();
    }

    private static void send(DatagramSocket from, byte[] message, SocketAddress to) throws IOException {
        from.send(new DatagramPacket(message, message.length, to));
    }

    private static NettyTransport open(Duration timeout, ScriptedServer server) {
        return new NettyTransport(
                new ResolverConfig(List.of(server.address()), false, Optional.empty(), timeout, 6, 100),
                new EventLoops(),
                new SecureRandom());
    }

    private static List<String> together(NettyTransport wire, int count) {
        List<Underway<String>> underway = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            underway.add(Underway.ask(() -> ask(wire)));
        }
        return underway.stream().map(Underway::await).toList();
    }

    /// @return the address in the answer, the failure, or what else it is
    private static String ask(NettyTransport wire) {
        return switch (wire.ask(new Question(Messages.name("a.example"), Type.A), new Tally())) {
            case Reply.Failed failed -> failed.failure().name();
            case Reply.Answered(Message message) ->
                message.getSection(Section.ANSWER).stream()
                        .filter(ARecord.class::isInstance)
                        .map(r -> ((ARecord) r).getAddress().getHostAddress())
                        .findFirst()
                        .orElse("nothing");
        };
    }
}
