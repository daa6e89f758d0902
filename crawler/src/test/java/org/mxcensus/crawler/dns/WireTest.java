package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mxcensus.crawler.dns.Messages.denied;
import static org.mxcensus.crawler.dns.Messages.failed;
import static org.mxcensus.crawler.dns.Messages.found;
import static org.mxcensus.crawler.dns.Messages.truncated;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What the transport makes of well-behaved, broken and hostile servers.
class WireTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Answer<List<String>> FOUND = new Answer.Found<>(List.of("192.0.2.1"), Security.INSECURE, 300);

    @Test
    void anAnswerIsTaken() {
        try (ScriptedServer server = ScriptedServer.answering(WireTest::answer);
                Resolver resolver = patient(server)) {
            Lookup<List<String>> lookup = resolver.addresses("a.example", AddressFamily.A);
            assertThat(lookup).isEqualTo(new Lookup<>(FOUND, List.of(), 1));
        }
    }

    @Test
    void withoutEpollToo() {
        try (ScriptedServer server = ScriptedServer.start(q -> wire(truncated(q)), q -> wire(answer(q)));
                Resolver resolver = DnsClient.open(
                        ResolverConfig.of(List.of(server.address())),
                        Clock.systemUTC(),
                        none -> {},
                        new EventLoops(false))) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(FOUND);
        }
    }

    @Test
    void overIpv6Too() {
        InetAddress loopback = InetAddress.ofLiteral("::1");
        try (ScriptedServer server = ScriptedServer.start(loopback, q -> wire(truncated(q)), q -> wire(answer(q)));
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(FOUND);
            assertThat(server.tcpQueries()).isEqualTo(1);
        }
    }

    @Test
    void theQueryAsksForRecursionAndSignaturesIn1232Bytes() {
        List<Message> queries = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.answering(q -> {
                    queries.add(q);
                    return answer(q);
                });
                Resolver resolver = patient(server)) {
            resolver.addresses("a.example", AddressFamily.A);
        }
        assertThat(queries).singleElement().satisfies(q -> {
            assertThat(q.getHeader().getFlag(Flags.RD)).isTrue();
            assertThat(q.getHeader().getFlag(Flags.CD)).isFalse();
            assertThat(q.getOPT()).isNotNull();
            assertThat(q.getOPT().getPayloadSize()).isEqualTo(1232);
            assertThat(q.getOPT().getFlags()).isEqualTo(0x8000);
        });
    }

    @Test
    void idsAreNotCountedUp() {
        List<Integer> ids = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.answering(q -> {
                    ids.add(q.getHeader().getID());
                    return answer(q);
                });
                Resolver resolver = patient(server)) {
            for (int i = 0; i < 20; i++) {
                resolver.addresses("a.example", AddressFamily.A);
            }
        }
        assertThat(ids)
                .doesNotHaveDuplicates()
                .isNotEqualTo(ids.stream().sorted().toList());
    }

    @Test
    void theCaseOfNamesIsNoDifference() {
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    Message m = new Message(q.getHeader().getID());
                    m.getHeader().setFlag(Flags.QR);
                    Record asked = q.getQuestion();
                    m.addRecord(
                            Record.newRecord(Name.fromString("A.EXAMPLE."), asked.getType(), asked.getDClass()),
                            Section.QUESTION);
                    found(q, "A.EXAMPLE. A 192.0.2.1")
                            .getSection(Section.ANSWER)
                            .forEach(r -> m.addRecord(r, Section.ANSWER));
                    return wire(m);
                });
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(FOUND);
        }
    }

    @Test
    void silenceIsATimeoutAfterAllAttempts() {
        try (ScriptedServer server = ScriptedServer.start(q -> List.of());
                Resolver resolver = impatient(server.address())) {
            Lookup<List<String>> lookup = resolver.addresses("a.example", AddressFamily.A);
            assertThat(lookup).isEqualTo(new Lookup<>(new Answer.Failed<>(DnsFailure.TIMEOUT), List.of(), 3));
            assertThat(server.udpQueries()).isEqualTo(3);
        }
    }

    @Test
    void aLostDatagramIsSentAgain() {
        AtomicInteger received = new AtomicInteger();
        try (ScriptedServer server =
                        ScriptedServer.start(q -> received.incrementAndGet() < 3 ? List.of() : wire(answer(q)));
                Resolver resolver = repeating(server.address())) {
            Lookup<List<String>> lookup = resolver.addresses("a.example", AddressFamily.A);
            assertThat(lookup).isEqualTo(new Lookup<>(FOUND, List.of(), 3));
        }
    }

    @Test
    void anAnswerToTheFirstOfTwoDatagramsCountsToo() {
        List<byte[]> late = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    late.add(answer(q).toWire());
                    return late.size() == 2 ? List.of(late.getFirst()) : List.of();
                });
                Resolver resolver = repeating(server.address())) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(FOUND);
        }
    }

    @Test
    void eachRepetitionHasAnIdOfItsOwn() {
        List<Integer> ids = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    ids.add(q.getHeader().getID());
                    return List.of();
                });
                Resolver resolver = impatient(server.address())) {
            resolver.addresses("a.example", AddressFamily.A);
        }
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aSecondAnswerMeetsNobodyAndNoOtherQuestion() {
        List<byte[]> answers = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    answers.add(answer(q).toWire());
                    return List.of(answers.getFirst());
                });
                // Every question gets the first id that may be given out.
                NettyTransport wire = new NettyTransport(impatience(server.address()), new EventLoops(), () -> 0)) {
            assertThat(wire.ask(new Question(Messages.name("a.example"), Type.A), new Tally()))
                    .isInstanceOf(Reply.Answered.class);
            assertThat(wire.ask(new Question(Messages.name("b.example"), Type.A), new Tally()))
                    .isEqualTo(new Reply.Failed(DnsFailure.TIMEOUT));
        }
    }

    @Test
    void anAnswerThatComesWhenItsQuestionIsGivenUpMeetsNobodyAndNoOtherQuestion() {
        List<byte[]> answers = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    answers.add(answer(q).toWire());
                    return answers.size() > 3 ? answers.subList(0, 3) : List.of();
                });
                NettyTransport wire = new NettyTransport(impatience(server.address()), new EventLoops(), () -> 0)) {
            for (String name : List.of("a.example", "b.example")) {
                assertThat(wire.ask(new Question(Messages.name(name), Type.A), new Tally()))
                        .isEqualTo(new Reply.Failed(DnsFailure.TIMEOUT));
            }
        }
    }

    @Test
    void anotherIdIsDropped() {
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    Message forged = found(q, "a.example. A 203.0.113.66");
                    forged.getHeader().setID(q.getHeader().getID() + 1 & 0xFFFF);
                    return wire(forged);
                });
                Resolver resolver = impatient(server.address())) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.TIMEOUT));
        }
    }

    @Test
    void anotherQuestionIsDroppedAndTheRightOneStillCounts() {
        try (ScriptedServer server = ScriptedServer.start(
                        q -> List.of(otherQuestion(q).toWire(), answer(q).toWire()));
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(FOUND);
        }
    }

    @Test
    void onlyAnswersToAnotherQuestionAreMalformed() {
        try (ScriptedServer server = ScriptedServer.start(q -> wire(otherQuestion(q)));
                Resolver resolver = impatient(server.address())) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.MALFORMED));
        }
    }

    @Test
    void aQueryIsNoAnswer() {
        try (ScriptedServer server = ScriptedServer.start(q -> wire(q));
                Resolver resolver = impatient(server.address())) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.MALFORMED));
        }
    }

    @Test
    void anAnswerFromAnotherPortIsDropped() throws IOException {
        try (DatagramSocket asked = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket elsewhere = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Resolver resolver = impatient((InetSocketAddress) asked.getLocalSocketAddress())) {
            Underway<Answer<List<String>>> lookup = Underway.ask(
                    () -> resolver.addresses("a.example", AddressFamily.A).answer());
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            asked.receive(packet);
            byte[] forged = found(
                            new Message(Arrays.copyOf(packet.getData(), packet.getLength())), "a.example. A 192.0.2.1")
                    .toWire();
            elsewhere.send(new DatagramPacket(forged, forged.length, packet.getSocketAddress()));
            assertThat(lookup.await()).isEqualTo(new Answer.Failed<>(DnsFailure.TIMEOUT));
        }
    }

    @Test
    void aBodyThatCannotBeReadIsMalformed() {
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    byte[] whole = answer(q).toWire();
                    return List.of(Arrays.copyOf(whole, whole.length - 3));
                });
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.MALFORMED));
        }
    }

    @Test
    void aCompressionLoopIsMalformed() {
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    byte[] whole = answer(q).toWire();
                    // The owner of the answer points to itself (RFC 1035 §4.1.4).
                    int owner = 12 + q.getQuestion().getName().length() + 4;
                    whole[owner] = (byte) 0xC0;
                    whole[owner + 1] = (byte) owner;
                    return List.of(whole);
                });
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.MALFORMED));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 40, 600})
    void garbageIsDroppedAndTheAnswerStillCounts(int length) {
        Random random = new Random(length);
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    byte[] garbage = new byte[length];
                    random.nextBytes(garbage);
                    return List.of(garbage, answer(q).toWire());
                });
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(FOUND);
        }
    }

    @Test
    void randomBytesBehindAValidQuestionNeverThrow() {
        Random random = new Random(20260823);
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    byte[] whole = answer(q).toWire();
                    int question = 12 + q.getQuestion().getName().length() + 4;
                    byte[] message = Arrays.copyOf(whole, question + random.nextInt(200));
                    for (int i = question; i < message.length; i++) {
                        message[i] = (byte) random.nextInt();
                    }
                    // The counts of answer, authority and additional records (RFC 1035 §4.1.1).
                    for (int i = 7; i < 12; i += 2) {
                        message[i] = (byte) random.nextInt(4);
                    }
                    return List.of(message);
                });
                Resolver resolver = patient(server)) {
            for (int i = 0; i < 2000; i++) {
                assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                        .isNotEqualTo(new Answer.Failed<>(DnsFailure.INTERNAL_ERROR));
            }
        }
    }

    @Test
    void aTruncatedAnswerIsHadAgainOverTcp() {
        try (ScriptedServer server = ScriptedServer.start(q -> wire(truncated(q)), q -> wire(answer(q)));
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A)).isEqualTo(new Lookup<>(FOUND, List.of(), 2));
            assertThat(server.tcpQueries()).isEqualTo(1);
        }
    }

    @Test
    void anRrsetOf60KilobytesComesOverTcp() {
        String longText = "x".repeat(200);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            texts.add("a.example. TXT \"%03d%s\"".formatted(i, longText));
        }
        try (ScriptedServer server = ScriptedServer.start(
                        q -> wire(truncated(q)), q -> wire(found(q, texts.toArray(String[]::new))));
                Resolver resolver = patient(server)) {
            assertThat(resolver.txt("a.example").answer())
                    .isInstanceOfSatisfying(
                            Answer.Found.class,
                            f -> assertThat((List<?>) f.value()).hasSize(250));
        }
    }

    @Test
    void truncatedAndTcpRefusedIsANetworkFailure() {
        try (ScriptedServer server = ScriptedServer.withoutTcp(q -> wire(truncated(q)));
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.NETWORK));
        }
    }

    @Test
    void tcpThatIsClosedWithoutAnAnswerIsANetworkFailure() {
        try (ScriptedServer server = ScriptedServer.start(q -> wire(truncated(q)), q -> List.of());
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.NETWORK));
        }
    }

    @Test
    void tcpWithTheWrongQuestionIsMalformed() {
        try (ScriptedServer server = ScriptedServer.start(q -> wire(truncated(q)), q -> wire(otherQuestion(q)));
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.MALFORMED));
        }
    }

    @Test
    void tcpThatStallsIsATimeout() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(q -> wire(truncated(q)), q -> {
                    awaitQuietly(end);
                    return List.of();
                });
                Resolver resolver = impatient(server.address())) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.TIMEOUT));
            end.countDown();
        }
    }

    @Test
    void aClosedPortIsANetworkFailure() {
        try (Resolver resolver = impatient(closedPort())) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.NETWORK));
        }
    }

    @Test
    void anotherResolverStandsInForOneThatIsSilent() {
        try (ScriptedServer silent = ScriptedServer.start(q -> List.of());
                ScriptedServer server = ScriptedServer.answering(WireTest::answer);
                Resolver resolver = repeating(silent.address(), server.address())) {
            for (int i = 0; i < 4; i++) {
                assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                        .isEqualTo(FOUND);
            }
        }
    }

    @Test
    void aResolverThatCannotBeReachedIsLeftAloneNearlyAlways() {
        try (ScriptedServer server = ScriptedServer.answering(WireTest::answer);
                Resolver resolver = repeating(closedPort(), server.address())) {
            int queries = 0;
            for (int i = 0; i < 40; i++) {
                Lookup<List<String>> lookup = resolver.addresses("a.example", AddressFamily.A);
                assertThat(lookup.answer()).isEqualTo(FOUND);
                queries += lookup.queries();
            }
            assertThat(queries).isBetween(40, 43);
        }
    }

    @Test
    void whatOneResolverRefusesAnotherIsAsked() {
        try (ScriptedServer lame = ScriptedServer.answering(q -> failed(q, Rcode.REFUSED));
                ScriptedServer server = ScriptedServer.answering(WireTest::answer);
                Resolver resolver = patient(lame, server)) {
            for (int i = 0; i < 100; i++) {
                assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                        .isEqualTo(FOUND);
            }
            assertThat(lame.udpQueries())
                    .as("who refuses everybody is left after twenty times, and looked at now and then")
                    .isBetween(20, 30);
        }
    }

    @Test
    void whereAllRefuseTheNameIsRefused() {
        try (ScriptedServer one = ScriptedServer.answering(q -> failed(q, Rcode.REFUSED));
                ScriptedServer two = ScriptedServer.answering(q -> failed(q, Rcode.SERVFAIL));
                Resolver resolver = patient(one, two)) {
            for (int i = 0; i < 4; i++) {
                assertThat(resolver.txt("a.example").answer())
                        .as("what is said of the name's servers counts for more")
                        .isEqualTo(new Answer.Failed<>(DnsFailure.SERVFAIL));
            }
        }
    }

    @Test
    void questionsGoRoundTheResolvers() {
        try (ScriptedServer one = ScriptedServer.answering(WireTest::answer);
                ScriptedServer two = ScriptedServer.answering(WireTest::answer);
                Resolver resolver = patient(one, two)) {
            for (int i = 0; i < 10; i++) {
                resolver.addresses("a.example", AddressFamily.A);
            }
            assertThat(List.of(one.udpQueries(), two.udpQueries())).containsExactly(5, 5);
        }
    }

    /// Three are asked of a server that answers none, until the canary has flown past those that wait.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noMoreQuestionsAreInFlightThanAllowed(int places) throws InterruptedException {
        List<byte[]> held = new ArrayList<>();
        AtomicInteger heldBeforeTheCanary = new AtomicInteger(-1);
        try (ScriptedServer server = ScriptedServer.start(q -> {
                    held.add(answer(q).toWire());
                    if (q.getQuestion().getType() == Type.NS) {
                        heldBeforeTheCanary.compareAndSet(-1, held.size() - 1);
                    }
                    if (heldBeforeTheCanary.get() < 0) {
                        return List.of();
                    }
                    List<byte[]> all = List.copyOf(held);
                    held.clear();
                    return all;
                });
                NettyTransport wire = new NettyTransport(
                        new ResolverConfig(List.of(server.address()), false, Optional.empty(), PATIENCE, 1, places),
                        new EventLoops(),
                        new SecureRandom())) {
            List<Thread> asking = new ArrayList<>();
            List<Reply> replies = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 3; i++) {
                asking.add(Thread.ofVirtual()
                        .start(() ->
                                replies.add(wire.ask(new Question(Messages.name("a.example"), Type.A), new Tally()))));
            }
            await().atMost(PATIENCE)
                    .until(() -> asking.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

            assertThat(wire.isThere()).isTrue();

            assertThat(heldBeforeTheCanary).hasValue(places);
            for (Thread thread : asking) {
                thread.join();
            }
            assertThat(replies).hasSize(3).allMatch(Reply.Answered.class::isInstance);
        }
    }

    @Test
    void thousandsOfQuestionsAtOnceEachGetTheirOwnAnswer() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(q -> {
                    String name = q.getQuestion().getName().toString();
                    int number = Integer.parseInt(name.substring(1, name.indexOf('.')));
                    return found(q, "%s A 10.0.%d.%d".formatted(name, number >> 8, number & 0xFF));
                });
                Resolver resolver = patient(server);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Lookup<List<String>>>> lookups = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                String name = "n" + i + ".example";
                lookups.add(threads.submit(() -> resolver.addresses(name, AddressFamily.A)));
            }
            for (int i = 0; i < lookups.size(); i++) {
                assertThat(lookups.get(i).get().answer())
                        .isEqualTo(new Answer.Found<>(
                                List.of("10.0.%d.%d".formatted(i >> 8, i & 0xFF)), Security.INSECURE, 300));
            }
        }
    }

    @Test
    void responseCodesThatSayNothingOfTheNameAreFailures() {
        try (ScriptedServer server = ScriptedServer.answering(q -> failed(q, codeOf(q)));
                Resolver resolver = patient(server)) {
            assertThat(failure(resolver, Rcode.REFUSED)).isEqualTo(DnsFailure.REFUSED);
            assertThat(failure(resolver, Rcode.NOTIMP)).isEqualTo(DnsFailure.REFUSED);
            assertThat(failure(resolver, Rcode.NOTAUTH)).isEqualTo(DnsFailure.REFUSED);
            assertThat(failure(resolver, Rcode.FORMERR)).isEqualTo(DnsFailure.MALFORMED);
            assertThat(failure(resolver, Rcode.YXDOMAIN)).isEqualTo(DnsFailure.SERVFAIL);
            assertThat(failure(resolver, Rcode.SERVFAIL)).isEqualTo(DnsFailure.SERVFAIL);
        }
    }

    @Test
    void aReferralIsNoDenial() {
        try (ScriptedServer server = ScriptedServer.answering(Messages::referral);
                Resolver resolver = patient(server)) {
            assertThat(resolver.addresses("a.example", AddressFamily.A).answer())
                    .isEqualTo(new Answer.Failed<>(DnsFailure.MALFORMED));
        }
    }

    @Test
    void aDenialIsOne() {
        try (ScriptedServer server = ScriptedServer.answering(q -> denied(q, codeOf(q)));
                Resolver resolver = patient(server)) {
            assertThat(resolver.txt("r0.example").answer()).isEqualTo(new Answer.NoData<>(Security.INSECURE));
            assertThat(resolver.txt("r3.example").answer()).isEqualTo(new Answer.NxDomain<>(Security.INSECURE));
        }
    }

    private static DnsFailure failure(Resolver resolver, int rcode) {
        return switch (resolver.txt("r" + rcode + ".example").answer()) {
            case Answer.Failed<List<String>> f -> f.failure();
            case Answer.Found<List<String>> f -> throw new AssertionError(f);
            case Answer.NoData<List<String>> n -> throw new AssertionError(n);
            case Answer.NxDomain<List<String>> n -> throw new AssertionError(n);
        };
    }

    /// The first label says what to answer: `r3.example` wants NXDOMAIN.
    private static int codeOf(Message query) {
        String name = query.getQuestion().getName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf('.')));
    }

    private static Message answer(Message query) {
        return query.getQuestion().getType() == Type.A
                ? found(query, query.getQuestion().getName() + " A 192.0.2.1")
                : denied(query, Rcode.NOERROR);
    }

    private static Message otherQuestion(Message query) throws IOException {
        Message other = Message.newQuery(Record.newRecord(
                Name.fromString("b.example."), query.getQuestion().getType(), 1));
        other.getHeader().setID(query.getHeader().getID());
        return found(other, "b.example. A 203.0.113.66");
    }

    private static List<byte[]> wire(Message message) {
        return List.of(message.toWire());
    }

    /// For answers that come. Nothing is ever repeated for lack of patience.
    private static Resolver patient(ScriptedServer... servers) {
        return open(PATIENCE, Stream.of(servers).map(ScriptedServer::address).toArray(InetSocketAddress[]::new));
    }

    /// For answers that come after a repetition or two.
    private static Resolver repeating(InetSocketAddress... servers) {
        return open(Duration.ofSeconds(2), servers);
    }

    /// For answers that never come.
    private static Resolver impatient(InetSocketAddress... servers) {
        return DnsClient.open(impatience(servers), Clock.systemUTC(), none -> {});
    }

    private static ResolverConfig impatience(InetSocketAddress... servers) {
        return config(Duration.ofMillis(700), servers);
    }

    private static Resolver open(Duration timeout, InetSocketAddress... servers) {
        return DnsClient.open(config(timeout, servers), Clock.systemUTC(), none -> {});
    }

    private static ResolverConfig config(Duration timeout, InetSocketAddress... servers) {
        return new ResolverConfig(List.of(servers), false, Optional.empty(), timeout, 3, 100);
    }

    private static InetSocketAddress closedPort() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
