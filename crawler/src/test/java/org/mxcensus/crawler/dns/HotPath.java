package org.mxcensus.crawler.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/// What is done for every question: its bytes, the check of the answer, the reading of it, and the way through the
/// event loop to a stub that sends each query back as its answer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HotPath {
    private static final int TOGETHER = 1000;
    private static final int QR = 0x80;

    private final Question question = new Question(Messages.name("d12345.bench.example"), Type.MX);
    private final QueryWire query = QueryWire.of(question);
    private final ByteBuf out = Unpooled.directBuffer(512);
    private final byte[] answer = answer();
    private final ByteBuf received = Unpooled.directBuffer(512).writeBytes(answer);

    private DatagramChannel stub;
    private NettyTransport wire;

    @Setup
    public void open() throws IOException {
        stub = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().start(this::reflect);
        wire = new NettyTransport(
                new ResolverConfig(
                        List.of((InetSocketAddress) stub.getLocalAddress()),
                        true,
                        Optional.empty(),
                        Duration.ofSeconds(15),
                        6,
                        TOGETHER),
                new EventLoops(),
                new SecureRandom());
    }

    @TearDown
    public void close() throws IOException {
        wire.close();
        stub.close();
    }

    @Benchmark
    public int queryToBytes() {
        QueryWire.of(question).writeTo(out.clear(), 4711);
        return out.writerIndex();
    }

    @Benchmark
    public boolean answerChecked() {
        return query.isAnsweredBy(received);
    }

    @Benchmark
    public int answerRead() throws IOException {
        return new Message(answer).getRcode();
    }

    @Benchmark
    public String oneAfterTheOther() {
        return wire.ask(question, new Tally()).toString().substring(0, 1);
    }

    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public int aThousandTogether() {
        List<Underway<Reply>> underway = new ArrayList<>(TOGETHER);
        for (int i = 0; i < TOGETHER; i++) {
            underway.add(Underway.ask(() -> wire.ask(question, new Tally())));
        }
        return underway.stream()
                .mapToInt(reply -> reply.await() instanceof Reply.Answered ? 1 : 0)
                .sum();
    }

    private void reflect() {
        ByteBuffer datagram = ByteBuffer.allocateDirect(1500);
        while (stub.isOpen()) {
            try {
                var from = stub.receive(datagram.clear());
                datagram.flip().put(2, (byte) (datagram.get(2) | QR));
                stub.send(datagram, from);
            } catch (IOException e) {
                return;
            }
        }
    }

    private byte[] answer() {
        ByteBuf bytes = Unpooled.buffer();
        query.writeTo(bytes, 4711);
        try {
            Message asked = new Message(bytes.nioBuffer());
            return Messages.found(asked, "d12345.bench.example MX 10 mx.d12345.bench.example")
                    .toWire();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
