package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mxcensus.crawler.dns.Messages.found;
import static org.mxcensus.crawler.dns.Messages.truncated;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.observation.DnsFailure;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// Answers that were cut, had again over connections that are kept.
class TcpReuseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aHundredQuestionsShareOneConnection() {
        try (ScriptedServer server = conversing((number, in, out) -> {
                    while (true) {
                        ScriptedServer.write(out, answer(ScriptedServer.read(in)));
                    }
                });
                NettyTransport wire = open(server)) {
            for (int i = 0; i < 100; i++) {
                assertThat(ask(wire, i)).isEqualTo("n" + i);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void answersMayComeInAnyOrder() {
        try (ScriptedServer server = conversing((number, in, out) -> {
                    List<byte[]> answers = new ArrayList<>();
                    for (int i = 0; i < 6; i++) {
                        answers.add(answer(ScriptedServer.read(in)));
                    }
                    for (byte[] answer : answers.reversed()) {
                        ScriptedServer.write(out, answer);
                    }
                    in.readByte();
                });
                NettyTransport wire = open(server)) {
            assertThat(askTogether(wire, 6)).containsExactlyElementsOf(names(6));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void fourConnectionsAreTheMost() {
        try (ScriptedServer server = conversing((number, in, out) -> {
                    while (true) {
                        ScriptedServer.write(out, answer(ScriptedServer.read(in)));
                    }
                });
                NettyTransport wire = open(server)) {
            assertThat(askTogether(wire, 1000)).containsExactlyElementsOf(names(1000));
            assertThat(server.connections()).isBetween(1, TcpConnections.MOST);
        }
    }

    @Test
    void whatAConnectionLeavesAnotherTakesOver() {
        try (ScriptedServer server = conversing((number, in, out) -> {
                    if (number == 1) {
                        ScriptedServer.read(in);
                        ScriptedServer.read(in);
                        ScriptedServer.read(in);
                        return;
                    }
                    while (true) {
                        ScriptedServer.write(out, answer(ScriptedServer.read(in)));
                    }
                });
                NettyTransport wire = open(server)) {
            assertThat(askTogether(wire, 3)).containsExactlyElementsOf(names(3));
            assertThat(server.connections()).isBetween(2, 4);
        }
    }

    @Test
    void aSecondConnectionThatIsOfNoUseIsTheLast() {
        AtomicInteger read = new AtomicInteger();
        try (ScriptedServer server = conversing((number, in, out) -> {
                    ScriptedServer.read(in);
                    read.incrementAndGet();
                });
                NettyTransport wire = open(server, PATIENCE, 1)) {
            assertThat(ask(wire, 1)).isEqualTo(DnsFailure.NETWORK.name());
            assertThat(read).hasValue(2);
        }
    }

    /// RFC 7766 §6.2.1.1 wants more of a server, but such there are.
    @Test
    void aServerThatAnswersOneQuestionAConnectionAnswersAll() {
        try (ScriptedServer server =
                        conversing((number, in, out) -> ScriptedServer.write(out, answer(ScriptedServer.read(in))));
                NettyTransport wire = open(server)) {
            assertThat(askTogether(wire, 40)).containsExactlyElementsOf(names(40));
        }
    }

    @Test
    void aConnectionThatIsMuteIsGivenNoOthers() {
        try (ScriptedServer server = conversing((number, in, out) -> {
                    while (number == 1) {
                        ScriptedServer.read(in);
                    }
                    while (true) {
                        ScriptedServer.write(out, answer(ScriptedServer.read(in)));
                    }
                });
                NettyTransport wire = open(server, Duration.ofSeconds(1), 1)) {
            assertThat(ask(wire, 1)).isEqualTo(DnsFailure.TIMEOUT.name());
            assertThat(ask(wire, 2)).isEqualTo("n2");
        }
    }

    @Test
    void answersToOtherQuestionsAreNone() {
        try (ScriptedServer server = conversing((number, in, out) -> {
                    Message query = ScriptedServer.read(in);
                    Message other = new Message(query.getHeader().getID());
                    other.addRecord(
                            Record.newRecord(Messages.name("o.example"), Type.TXT, DClass.IN), Section.QUESTION);
                    Message stray = found(query, "n7.example TXT stray");
                    stray.getHeader().setID(query.getHeader().getID() + 1 & 0xFFFF);
                    ScriptedServer.write(out, new byte[] {1, 2, 3});
                    ScriptedServer.write(out, other.toWire());
                    ScriptedServer.write(out, stray.toWire());
                    ScriptedServer.write(out, answer(query));
                    in.readByte();
                });
                NettyTransport wire = open(server)) {
            assertThat(ask(wire, 7)).isEqualTo("n7");
        }
    }

    @Tag("full")
    @Test
    void whatNobodyNeedsIsClosed() {
        CountDownLatch closed = new CountDownLatch(1);
        try (ScriptedServer server = conversing((number, in, out) -> {
                    ScriptedServer.write(out, answer(ScriptedServer.read(in)));
                    if (in.read() < 0) {
                        closed.countDown();
                    }
                });
                NettyTransport wire = open(server)) {
            assertThat(ask(wire, 1)).isEqualTo("n1");
            await().atMost(PATIENCE).until(() -> closed.getCount() == 0);
            assertThat(ask(wire, 2)).isEqualTo("n2");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private static ScriptedServer conversing(ScriptedServer.Conversation conversation) {
        return ScriptedServer.conversing(query -> List.of(truncated(query).toWire()), conversation);
    }

    private static byte[] answer(Message query) throws IOException {
        String name = query.getQuestion().getName().toString();
        return found(query, name + " TXT " + name.substring(0, name.indexOf('.')))
                .toWire();
    }

    private static NettyTransport open(ScriptedServer server) {
        return open(server, PATIENCE, 3);
    }

    private static NettyTransport open(ScriptedServer server, Duration timeout, int attempts) {
        return new NettyTransport(
                new ResolverConfig(List.of(server.address()), false, Optional.empty(), timeout, attempts, 1000),
                new EventLoops(),
                new SecureRandom());
    }

    private static List<String> askTogether(NettyTransport wire, int count) {
        List<Underway<String>> underway = IntStream.range(0, count)
                .mapToObj(i -> Underway.ask(() -> ask(wire, i)))
                .toList();
        return underway.stream().map(Underway::await).toList();
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
    }

    /// @return the text of the answer, or the failure
    private static String ask(NettyTransport wire, int number) {
        return switch (wire.ask(new Question(Messages.name("n" + number + ".example"), Type.TXT), new Tally())) {
            case Reply.Failed failed -> failed.failure().name();
            case Reply.Answered(Message message) ->
                ((TXTRecord) message.getSection(Section.ANSWER).getFirst())
                        .getStrings()
                        .getFirst();
        };
    }
}
