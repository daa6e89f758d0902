package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.OptOutFile;
import org.mxcensus.crawler.pace.Pace;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.pace.Permits;
import org.mxcensus.crawler.pace.RoutingTable;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.crawler.tls.ScriptedServer;
import org.mxcensus.crawler.tls.ScriptedServer.Peer;
import org.mxcensus.crawler.tls.ScriptedServer.Script;
import org.mxcensus.crawler.tls.TestCertificates;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;

/// Given a server that behaves so, this outcome.
@ExtendWith(Leaks.class)
class SmtpProbeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String EHLO_NAME = "probe.mxcensus.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TestCertificates CERTIFICATES = TestCertificates.issued("mx.example.net");
    private static final SSLContext SERVER_TLS = CERTIFICATES.server();

    private static Transport transport;
    private static TlsClient tls;

    @BeforeAll
    static void open() {
        transport = Transport.open(1);
        tls = TlsClient.open();
    }

    @AfterAll
    static void close() {
        transport.close();
        tls.close();
    }

    // ---- the whole way

    @Test
    void aServerWithStartTlsIsFollowedToTheEnd() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(SmtpProbeTest::polite)) {
            SmtpResult result = probe(server);

            SmtpOutcome.TlsEstablished established = outcome(result, SmtpOutcome.TlsEstablished.class);
            assertThat(established.session().version()).isEqualTo("TLSv1.3");
            assertThat(established.session().chain()).isEqualTo(CERTIFICATES.fingerprints());
            assertThat(result.certificates())
                    .extracting(certificate -> certificate.der())
                    .containsExactly(CERTIFICATES.chain().stream()
                            .map(SmtpProbeTest::der)
                            .toArray(byte[][]::new));
            assertThat(result.observation().dialogue())
                    .isEqualTo(new SmtpDialogue(
                            "mx.example.net ESMTP\nno spam please",
                            "mx.example.net",
                            List.of("PIPELINING", "SIZE 1000", "StartTLS"),
                            "mx.example.net",
                            List.of("SIZE 1000", "REQUIRETLS"),
                            ""));
            assertThat(server.heard()).containsExactly("EHLO " + EHLO_NAME, "STARTTLS", "EHLO " + EHLO_NAME, "QUIT");
        }
    }

    @Test
    void theObservationNamesItsTarget() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(SmtpProbeTest::polite)) {
            SmtpResult result = probe(server);

            assertThat(result.observation().host()).isEqualTo("mx.example.net");
            assertThat(result.observation().ip()).isEqualTo("127.0.0.1");
            assertThat(result.observation().sni()).isEqualTo("base.example.net");
            assertThat(result.observation().observedAt()).isEqualTo(NOW);
            assertThat(result.observation().attempt()).isEqualTo(1);
        }
    }

    @Test
    void serversMayEndLinesInLfAlone() throws Exception {
        SmtpResult result = after(peer -> {
            peer.send("220 hi\n");
            peer.hear();
            peer.send("250-mx\n250 SIZE\n");
            peer.answer("221 bye");
        });

        assertThat(outcome(result)).isEqualTo(new SmtpOutcome.StartTlsNotOffered());
        assertThat(result.observation().dialogue().extensions()).containsExactly("SIZE");
    }

    @Test
    void bytesThatAreNotUtf8ArePreserved() throws Exception {
        SmtpResult result = after(peer -> {
            peer.send("220 gr\u00fc\u00df Gott\r\n");
            peer.answer("250 mx").answer("221 bye");
        });

        assertThat(result.observation().dialogue().banner()).isEqualTo("gr\u00fc\u00df Gott");
    }

    @Test
    void aReplyWithDifferingCodesGoesByItsLastLine() throws Exception {
        SmtpResult result = after(peer -> {
            peer.say("220-hi").say("250 there").answer("250 mx").answer("221 bye");
        });

        assertThat(outcome(result)).isEqualTo(new SmtpOutcome.StartTlsNotOffered());
    }

    // ---- nobody there

    @Test
    void aClosedPortIsRefused() throws Exception {
        try (Socket unheard = ScriptedServer.unheardPort()) {
            assertThat(outcome(probe(unheard.getLocalPort(), Permits.lab())))
                    .isEqualTo(new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.REFUSED));
        }
    }

    @Test
    void silenceIsATimeOutAtTheGreeting() throws Exception {
        assertThat(outcome(waitingAt(SmtpStage.GREETING, Peer::silence)))
                .isEqualTo(new SmtpOutcome.NotConnected(SmtpStage.GREETING, ConnectFailure.TIMED_OUT));
    }

    @Test
    void aCloseWithoutAWordIsNoGreeting() throws Exception {
        assertThat(outcome(after(peer -> {})))
                .isEqualTo(new SmtpOutcome.NotConnected(SmtpStage.GREETING, ConnectFailure.CLOSED));
    }

    @Test
    void aResetWithoutAWordIsNoGreeting() throws Exception {
        assertThat(outcome(after(Peer::reset)))
                .isEqualTo(new SmtpOutcome.NotConnected(SmtpStage.GREETING, ConnectFailure.RESET));
    }

    // ---- refused

    @ParameterizedTest
    @CsvSource({
        "421 busy, Deferred",
        "450 greylisted, Deferred",
        "554 no, Blocked",
        "550 your address is listed, Blocked",
        "521 5.7.1 blocked by policy, Blocked",
        "521 no mail here, NoService"
    })
    void insteadOfAGreeting(String line, String outcome) throws Exception {
        SmtpResult result = after(peer -> peer.say(line).answer("221 bye"));

        assertThat(outcome(result)).isEqualTo(refusal(outcome, SmtpStage.GREETING, reply(line)));
        assertThat(result.observation().dialogue().banner()).isEqualTo(line.substring(4));
    }

    @ParameterizedTest
    @CsvSource({
        "421 shutting down, Deferred",
        "451 not now, Deferred",
        "554 no, Blocked",
        "550 5.7.1 bad reputation, Blocked",
        "521 no mail here, NoService"
    })
    void insteadOfAnAnswerToEhlo(String line, String outcome) throws Exception {
        try (ScriptedServer server =
                ScriptedServer.playing(peer -> peer.say("220 hi").answer(line).answer("221 bye"))) {
            assertThat(outcome(probe(server))).isEqualTo(refusal(outcome, SmtpStage.EHLO, reply(line)));
            // HELO would be pestering: it is us whom the server does not want.
            assertThat(server.heard()).containsExactly("EHLO " + EHLO_NAME, "QUIT");
        }
    }

    @Test
    void heloIsTriedAfterARefusedEhlo() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> peer.say("220 hi")
                .answer("502 what?")
                .answer("250 old.example.net")
                .answer("221 bye"))) {
            SmtpResult result = probe(server);

            assertThat(outcome(result)).isEqualTo(new SmtpOutcome.StartTlsNotOffered());
            assertThat(result.observation().dialogue().ehloName()).isEqualTo("old.example.net");
            assertThat(server.heard()).containsExactly("EHLO " + EHLO_NAME, "HELO " + EHLO_NAME, "QUIT");
        }
    }

    @Test
    void ehloAndHeloRefused() throws Exception {
        SmtpResult result = after(peer ->
                peer.say("220 hi").answer("550 no").answer("550 not so either").answer("221 bye"));

        assertThat(outcome(result)).isEqualTo(new SmtpOutcome.EhloRejected(new SmtpReply(550, "not so either")));
    }

    @Test
    void heloDeferred() throws Exception {
        SmtpResult result = after(peer ->
                peer.say("220 hi").answer("500 what?").answer("421 busy").answer("221 bye"));

        assertThat(outcome(result)).isEqualTo(new SmtpOutcome.Deferred(SmtpStage.EHLO, new SmtpReply(421, "busy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"454 TLS not available", "501 no parameters", "502 not implemented", "421 going down"})
    void startTlsRefused(String line) throws Exception {
        SmtpResult result = after(peer ->
                peer.say("220 hi").answer("250-mx", "250 STARTTLS").answer(line).answer("221 bye"));

        assertThat(outcome(result)).isEqualTo(new SmtpOutcome.StartTlsRefused(reply(line)));
    }

    @Test
    void startTlsInTheFirstLineIsAName() throws Exception {
        SmtpResult result =
                after(peer -> peer.say("220 hi").answer("250 STARTTLS").answer("221 bye"));

        assertThat(outcome(result)).isEqualTo(new SmtpOutcome.StartTlsNotOffered());
        assertThat(result.observation().dialogue().ehloName()).isEqualTo("STARTTLS");
    }

    // ---- no SMTP

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.9", "HTTP/1.1 400 Bad Request", "+OK POP3", "22 too short"})
    void anotherProtocolIsASyntaxError(String line) throws Exception {
        assertThat(outcome(after(peer -> peer.say(line).silence())))
                .isEqualTo(new SmtpOutcome.ProtocolError(SmtpStage.GREETING, ProtocolFailure.SYNTAX, line));
    }

    @Test
    void aGreetingWithACodeOfAnotherKind() throws Exception {
        assertThat(outcome(after(peer -> peer.say("354 go on").answer("221 bye"))))
                .isEqualTo(new SmtpOutcome.ProtocolError(
                        SmtpStage.GREETING, ProtocolFailure.SYNTAX, "unexpected reply: 354 go on"));
    }

    @Test
    void anEndlessBannerIsCutOff() throws Exception {
        SmtpOutcome.ProtocolError error = outcome(
                after(peer -> {
                    for (int i = 0; i < 100_000; i++) {
                        peer.say("220-and another thing");
                    }
                }),
                SmtpOutcome.ProtocolError.class);

        assertThat(error.stage()).isEqualTo(SmtpStage.GREETING);
        assertThat(error.cause()).isEqualTo(ProtocolFailure.TOO_LONG);
        assertThat(error.detail()).startsWith("and another thing").hasSize(300);
    }

    /// A page of extensions is a page; a page of reasons for one refusal is none.
    @Test
    void eachStageHasALengthOfItsOwn() throws Exception {
        String[] page = IntStream.range(0, 40)
                .mapToObj(line -> (line < 39 ? "250-" : "250 ") + "X".repeat(60))
                .toArray(String[]::new);
        page[0] = "250-STARTTLS";
        page[1] = "250-STARTTLS";

        assertThat(outcome(after(peer -> peer.say("220 hi").answer(page).answer(page))))
                .isInstanceOfSatisfying(SmtpOutcome.ProtocolError.class, error -> {
                    assertThat(error.stage()).isEqualTo(SmtpStage.STARTTLS);
                    assertThat(error.cause()).isEqualTo(ProtocolFailure.TOO_LONG);
                });
    }

    @Test
    void aBannerWithoutAnEndTimesOut() throws Exception {
        assertThat(outcome(waitingAt(
                        SmtpStage.GREETING, peer -> peer.say("220-wait").silence())))
                .isEqualTo(new SmtpOutcome.ProtocolError(SmtpStage.GREETING, ProtocolFailure.TIMED_OUT, "wait"));
    }

    @Test
    void aCloseAfterEhlo() throws Exception {
        assertThat(outcome(after(peer -> peer.say("220 hi").hear())))
                .isEqualTo(new SmtpOutcome.ProtocolError(SmtpStage.EHLO, ProtocolFailure.CLOSED, ""));
    }

    @Test
    void aResetAfterEhlo() throws Exception {
        assertThat(outcome(after(peer -> {
                    peer.say("220 hi").hear();
                    peer.reset();
                })))
                .isEqualTo(new SmtpOutcome.ProtocolError(SmtpStage.EHLO, ProtocolFailure.RESET, ""));
    }

    @Test
    void silenceAfterStartTls() throws Exception {
        assertThat(outcome(waitingAt(
                        SmtpStage.STARTTLS,
                        peer -> peer.say("220 hi")
                                .answer("250-mx", "250 STARTTLS")
                                .silence())))
                .isEqualTo(new SmtpOutcome.ProtocolError(SmtpStage.STARTTLS, ProtocolFailure.TIMED_OUT, ""));
    }

    @Test
    void aServerThatSpeaksOutOfTurnIsNotFollowed() throws Exception {
        assertThat(outcome(after(peer ->
                        peer.send("220 hi\r\n250-mx\r\n250 STARTTLS\r\n").silence())))
                .isEqualTo(new SmtpOutcome.ProtocolError(
                        SmtpStage.EHLO, ProtocolFailure.SYNTAX, "out of turn: 250-mx\r\n250 STARTTLS\r\n"));
    }

    // ---- the handshake

    @Test
    void anAlertIsNamed() throws Exception {
        assertThat(outcome(agreeing(peer -> peer.swallow().send(alert(40)).silence())))
                .isEqualTo(
                        new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("handshake_failure"), ""));
    }

    @Test
    void whatIsNotTlsIsAProtocolFailure() throws Exception {
        SmtpOutcome.HandshakeFailed failed = outcome(
                agreeing(peer -> peer.swallow().say("500 what is this?").silence()), SmtpOutcome.HandshakeFailed.class);

        assertThat(failed.cause()).isEqualTo(HandshakeFailure.PROTOCOL);
        assertThat(failed.detail()).startsWith("not a TLS record");
    }

    @Test
    void aCloseInTheHandshake() throws Exception {
        assertThat(outcome(agreeing(Peer::swallow)))
                .isEqualTo(new SmtpOutcome.HandshakeFailed(HandshakeFailure.CLOSED, Optional.empty(), ""));
    }

    @Test
    void aResetInTheHandshake() throws Exception {
        assertThat(outcome(agreeing(peer -> peer.swallow().reset())))
                .isEqualTo(new SmtpOutcome.HandshakeFailed(HandshakeFailure.RESET, Optional.empty(), ""));
    }

    @Test
    void silenceInTheHandshake() throws Exception {
        assertThat(outcome(waitingAt(SmtpStage.HANDSHAKE, peer -> {
                    peer.say("220 hi")
                            .answer("250-mx", "250 STARTTLS")
                            .answer("220 go")
                            .silence();
                })))
                .isEqualTo(new SmtpOutcome.HandshakeFailed(HandshakeFailure.TIMED_OUT, Optional.empty(), ""));
    }

    @Test
    void plainTextBehindTheReplyNeverReachesTls() throws Exception {
        SmtpResult result = after(peer -> {
            peer.say("220 hi").answer("250-mx", "250 STARTTLS").hear();
            peer.send("220 go\r\n250-injected\r\n250 AUTH PLAIN\r\n");
            peer.startTls(SERVER_TLS);
            peer.answer("250-mx", "250 SIZE").answer("221 bye");
        });

        assertThat(outcome(result)).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        assertThat(result.observation().dialogue().extensionsAfterTls()).containsExactly("SIZE");
        assertThat(result.observation().dialogue().plaintext()).isEqualTo("250-injected\r\n250 AUTH PLAIN\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 starttls", "250 STARTTLS now", "250-STARTTLS\r\n250 STARTTLS", "250 \tStartTLS"})
    void startTlsIsUnderstoodHoweverItIsAnnounced(String lines) throws Exception {
        SmtpResult result = after(peer -> {
            peer.say("220 hi").answer("250-mx.example.net", lines).answer("220 go");
            peer.startTls(SERVER_TLS);
            peer.answer("250 mx").answer("221 bye");
        });

        assertThat(outcome(result)).isInstanceOf(SmtpOutcome.TlsEstablished.class);
    }

    @Test
    void whatChangesUnderTlsIsKept() throws Exception {
        SmtpResult result = agreeing(peer -> {
            peer.startTls(SERVER_TLS);
            peer.answer("250-inside.example.net", "250-STARTTLS", "250 REQUIRETLS")
                    .answer("221 bye");
        });

        assertThat(result.observation().dialogue().ehloName()).isEqualTo("mx");
        assertThat(result.observation().dialogue().ehloNameAfterTls()).isEqualTo("inside.example.net");
        assertThat(result.observation().dialogue().extensionsAfterTls()).containsExactly("STARTTLS", "REQUIRETLS");
    }

    @Test
    void aSessionStaysASessionWhereTheServerResets() throws Exception {
        SmtpResult result = agreeing(peer -> {
            peer.startTls(SERVER_TLS);
            peer.hear();
            peer.reset();
        });

        assertThat(outcome(result)).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        assertThat(result.observation().dialogue().ehloNameAfterTls()).isEmpty();
    }

    @Test
    void aCloseInsteadOfTheReplyToStartTls() throws Exception {
        assertThat(outcome(after(peer ->
                        peer.say("220 hi").answer("250-mx", "250 STARTTLS").hear())))
                .isEqualTo(new SmtpOutcome.ProtocolError(SmtpStage.STARTTLS, ProtocolFailure.CLOSED, ""));
    }

    @Test
    void aBannerOfEightBitsAndBareLineFeedsIsTaken() throws Exception {
        SmtpResult result = after(peer -> {
            peer.send("220-caf\u00e9\n220 hi\n").answer("250 mx").answer("221 bye");
        });

        assertThat(outcome(result)).isEqualTo(new SmtpOutcome.StartTlsNotOffered());
        assertThat(result.observation().dialogue().banner()).isEqualTo("caf\u00e9\nhi");
    }

    @Test
    void anAddressOfIpv6IsCalledAtToo() throws Exception {
        try (ScriptedServer server = ScriptedServer.on("::1", SmtpProbeTest::polite)) {
            SmtpProbe probe = new SmtpProbe(
                    transport,
                    tls,
                    Permits.lab(),
                    config(server.port(), SmtpStage.QUIT),
                    Clock.fixed(NOW, ZoneOffset.UTC));
            SmtpResult result = probe.probe(SmtpTarget.of("::1", "mx.example.net", "mx.example.net", false));

            assertThat(outcome(result)).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        }
    }

    @Test
    void plainTextBehindTheReplyIsKeptWhereTheHandshakeFails() throws Exception {
        SmtpResult result = after(peer -> {
            peer.say("220 hi").answer("250-mx", "250 STARTTLS").hear();
            peer.send("220 go\r\n454 sorry, no\r\n");
        });

        assertThat(outcome(result))
                .isEqualTo(new SmtpOutcome.HandshakeFailed(HandshakeFailure.CLOSED, Optional.empty(), ""));
        assertThat(result.observation().dialogue().plaintext()).isEqualTo("454 sorry, no\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 never heard of it", "421 bye"})
    void aSessionStaysASessionWhateverIsSaidAfterwards(String line) throws Exception {
        SmtpResult result = agreeing(peer -> {
            peer.startTls(SERVER_TLS);
            peer.answer(line).answer("221 bye");
        });

        assertThat(outcome(result, SmtpOutcome.TlsEstablished.class).session().chain())
                .isEqualTo(CERTIFICATES.fingerprints());
        assertThat(result.observation().dialogue().extensionsAfterTls()).isEmpty();
    }

    @Test
    void aSessionStaysASessionWhereTheServerHangsUp() throws Exception {
        SmtpResult result = agreeing(peer -> peer.startTls(SERVER_TLS));

        assertThat(outcome(result)).isInstanceOf(SmtpOutcome.TlsEstablished.class);
    }

    @Test
    void theHandshakeNamesTheTlsaBaseDomain() throws Exception {
        List<SNIServerName> named = new CopyOnWriteArrayList<>();
        SmtpResult result = agreeing(peer -> {
            peer.startTls(SERVER_TLS);
            named.addAll(((ExtendedSSLSession) peer.tls().getSession()).getRequestedServerNames());
            peer.answer("250 mx").answer("221 bye");
        });

        assertThat(outcome(result)).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        assertThat(named).containsExactly(new SNIHostName("base.example.net"));
    }

    // ---- chosen not to

    @Test
    void aReservedAddressIsNeverContacted() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(SmtpProbeTest::polite)) {
            Gate gate = new Gate(new Guard(false), OptOut.NOBODY, new Pace(PaceLimits.LAB));

            assertThat(outcome(probe(server.port(), gate)))
                    .isEqualTo(new SmtpOutcome.NotAttempted(Abstention.RESERVED_ADDRESS));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void whoOptedOutIsNeverContacted(@TempDir Path folder) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(SmtpProbeTest::polite)) {
            Path list = Files.writeString(folder.resolve("opt-out.txt"), "example.net\n");
            Gate gate = new Gate(
                    new Guard(true), OptOutFile.open(list, RoutingTable.NONE, Ticker.SYSTEM), new Pace(PaceLimits.LAB));

            assertThat(outcome(probe(server.port(), gate)))
                    .isEqualTo(new SmtpOutcome.NotAttempted(Abstention.OPTED_OUT));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aBugBecomesARow() throws Exception {
        SmtpProbe probe = new SmtpProbe(
                transport, tls, Permits.lab(), config(1, SmtpStage.QUIT), Clock.fixed(NOW, ZoneOffset.UTC));

        SmtpResult result = probe.probe(new SmtpTarget("?", "not an address", "mx", "mx", false));

        assertThat(outcome(result)).isInstanceOf(SmtpOutcome.InternalError.class);
    }

    @Test
    void whoIsInterruptedGivesHisPlaceBack() throws Exception {
        Gate gate = new Gate(new Guard(true), OptOut.NOBODY, new Pace(new PaceLimits(1, 1, 1, Duration.ZERO)));
        CountDownLatch reached = new CountDownLatch(1);
        try (ScriptedServer silent = ScriptedServer.playing(peer -> {
                    reached.countDown();
                    peer.silence();
                });
                ScriptedServer server = ScriptedServer.playing(SmtpProbeTest::polite)) {
            FutureTask<SmtpResult> first = new FutureTask<>(() -> probe(silent.port(), gate));
            Thread thread = Thread.startVirtualThread(first);
            reached.await();
            thread.interrupt();

            assertThatThrownBy(first::get).hasCauseInstanceOf(InterruptedException.class);
            assertThat(outcome(probe(server.port(), gate))).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        }
    }

    // ---- helpers

    /// A server as one hopes for.
    private static void polite(Peer peer) throws IOException {
        peer.say("220-mx.example.net ESMTP").say("220 no spam please");
        peer.answer("250-mx.example.net at your service", "250-PIPELINING", "250-SIZE 1000", "250 StartTLS");
        peer.answer("220 go");
        peer.startTls(SERVER_TLS);
        peer.answer("250-mx.example.net", "250-SIZE 1000", "250 REQUIRETLS").answer("221 bye");
    }

    private static SmtpResult agreeing(Script handshake) throws Exception {
        return after(peer -> {
            peer.say("220 hi").answer("250-mx", "250 STARTTLS").answer("220 go");
            handshake.play(peer);
        });
    }

    private static SmtpResult after(Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(script)) {
            return probe(server);
        }
    }

    private static SmtpResult waitingAt(SmtpStage stage, Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(script)) {
            return probe(server.port(), Permits.lab(), stage);
        }
    }

    private static SmtpResult probe(ScriptedServer server) throws InterruptedException {
        return probe(server.port(), Permits.lab());
    }

    private static SmtpResult probe(int port, Gate gate) throws InterruptedException {
        return probe(port, gate, SmtpStage.QUIT);
    }

    private static SmtpResult probe(int port, Gate gate, SmtpStage impatientAt) throws InterruptedException {
        SmtpProbe probe =
                new SmtpProbe(transport, tls, gate, config(port, impatientAt), Clock.fixed(NOW, ZoneOffset.UTC));
        return probe.probe(SmtpTarget.of("127.0.0.1", "mx.example.net", "base.example.net", false));
    }

    /// Patient, so that a busy machine changes no outcome; but for the stage at which a test waits for us to give up.
    private static SmtpConfig config(int port, SmtpStage impatientAt) {
        return new SmtpConfig(
                EHLO_NAME,
                port,
                PATIENCE,
                new StageLimit(patience(impatientAt == SmtpStage.GREETING), 4096),
                new StageLimit(PATIENCE, 8192),
                new StageLimit(patience(impatientAt == SmtpStage.STARTTLS), 1024),
                patience(impatientAt == SmtpStage.HANDSHAKE),
                new StageLimit(PATIENCE, 512),
                PATIENCE);
    }

    private static Duration patience(boolean none) {
        return none ? Duration.ofMillis(1_000) : PATIENCE;
    }

    private static SmtpOutcome outcome(SmtpResult result) {
        return result.observation().outcome();
    }

    private static <T extends SmtpOutcome> T outcome(SmtpResult result, Class<T> type) {
        assertThat(outcome(result)).isInstanceOf(type);
        return type.cast(outcome(result));
    }

    private static SmtpReply reply(String line) {
        return new SmtpReply(Integer.parseInt(line.substring(0, 3)), line.substring(4));
    }

    private static SmtpOutcome refusal(String name, SmtpStage stage, SmtpReply reply) {
        return switch (name) {
            case "Deferred" -> new SmtpOutcome.Deferred(stage, reply);
            case "Blocked" -> new SmtpOutcome.Blocked(stage, reply);
            case "NoService" -> new SmtpOutcome.NoService(reply);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] alert(int description) {
        return new byte[] {21, 3, 3, 0, 2, 2, (byte) description};
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
