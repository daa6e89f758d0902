package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mxcensus.crawler.dns.Messages.found;

import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Datagrams are lost; answers are not.
class LossTest {
    private static final int QUESTIONS = 4_000;

    /// Nearly a tenth of all exchanges fail, so a hundred in all need three datagrams or more.
    @Test
    void aTwentiethOfAllDatagramsLostInBothDirections() {
        try (ScriptedServer server = ScriptedServer.answering(LossTest::answer);
                LossyProxy way = new LossyProxy(server.address(), 0.05, 7);
                NettyTransport wire = open(1000, way.address())) {
            Tally tally = new Tally();

            assertThat(answers(wire, tally)).containsExactlyElementsOf(truth());

            assertThat(way.dropped()).isGreaterThan(QUESTIONS / 20);
            assertThat(tally.queries()).as("datagrams").isGreaterThan(QUESTIONS * 21 / 20);
            assertThat(wire.windows()).as("the loss is borne").allMatch(size -> size > CongestionWindow.LEAST);
        }
    }

    /// A few dozen queries fill the kernel's queue, and what comes on top is lost.
    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 10_000})
    void aSocketBufferThatIsTooSmallForTheWindow(int window) throws SocketException {
        try (ScriptedServer server = ScriptedServer.answering(LossTest::answer).withRoomFor(8_192);
                NettyTransport wire = open(window, server.address())) {
            assertThat(answers(wire, new Tally())).containsExactlyElementsOf(truth());
        }
    }

    private static List<String> answers(NettyTransport wire, Tally tally) {
        List<Underway<String>> underway = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = new Question(Messages.name("n" + i + ".example"), Type.A);
            underway.add(Underway.ask(() -> text(wire.ask(question, tally))));
        }
        return underway.stream().map(Underway::await).toList();
    }

    private static List<String> truth() {
        List<String> truth = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            truth.add("10.0.%d.%d".formatted(i >> 8, i & 0xFF));
        }
        return truth;
    }

    private static Message answer(Message query) {
        String name = query.getQuestion().getName().toString();
        int number = Integer.parseInt(name.substring(1, name.indexOf('.')));
        return found(query, "%s A 10.0.%d.%d".formatted(name, number >> 8, number & 0xFF));
    }

    private static String text(Reply reply) {
        return switch (reply) {
            case Reply.Failed failed -> failed.failure().name();
            case Reply.Answered(Message message) ->
                ((ARecord) message.getSection(Section.ANSWER).getFirst())
                        .getAddress()
                        .getHostAddress();
        };
    }

    private static NettyTransport open(int window, InetSocketAddress server) {
        return new NettyTransport(
                new ResolverConfig(List.of(server), false, Optional.empty(), Duration.ofSeconds(60), 10, window),
                new EventLoops(),
                new SecureRandom());
    }
}
