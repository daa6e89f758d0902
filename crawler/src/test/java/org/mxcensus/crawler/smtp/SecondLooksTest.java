package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.Pace;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.pace.Permits;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.crawler.tls.ScriptedServer;
import org.mxcensus.crawler.tls.ScriptedServer.Peer;
import org.mxcensus.crawler.tls.TestCertificates;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SecondLook.Purpose;
import org.mxcensus.datasets.observation.SmtpOutcome;

/// Given what a first look has shown, these second ones.
@ExtendWith(Leaks.class)
class SecondLooksTest {

    private static final String HOST = "mx.example.net";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TestCertificates EC = TestCertificates.issued(HOST);
    private static final TestCertificates RSA = TestCertificates.issued(HOST, "RSA", Instant.now());

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

    @Test
    void oldTlsIsToldFromBrokenTls() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> {
            agree(peer);
            peer.startTls(RSA.server(), List.of("TLSv1.2"), List.of("TLS_DHE_RSA_WITH_AES_128_CBC_SHA"));
            peer.answer("250 mx").answer("221 bye");
        })) {
            SmtpResult result = look(server, host(false));

            assertThat(result.observation().outcome()).isEqualTo(alert("handshake_failure"));
            SecondLook look = onlyLook(result, Purpose.OLD_TLS);
            assertThat(established(look).session().cipher()).isEqualTo("TLS_DHE_RSA_WITH_AES_128_CBC_SHA");
            assertThat(result.certificates())
                    .extracting(CertificateObservation::sha256)
                    .isEqualTo(RSA.fingerprints());
        }
    }

    @Test
    void brokenTlsIsBrokenForOldClientsToo() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> failing(peer, 40))) {
            SmtpResult result = look(server, host(false));

            assertThat(onlyLook(result, Purpose.OLD_TLS).outcome()).isEqualTo(alert("handshake_failure"));
        }
    }

    @Test
    void aFailureOfAnotherKindCallsForNothing() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> failing(peer, 80))) {
            assertThat(look(server, host(true)).observation().secondLooks()).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void hostsWithTlsaShowTheirOtherKey() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.playing(
                peer -> polite(peer, calls.getAndIncrement() == 0 ? EC.server() : RSA.server()))) {
            SmtpResult result = look(server, host(true));

            assertThat(established(onlyLook(result, Purpose.OTHER_KEY))
                            .session()
                            .chain())
                    .isEqualTo(RSA.fingerprints());
            assertThat(result.certificates()).hasSize(6);
        }
    }

    @Test
    void hostsWithOneKeySaySo() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> polite(peer, RSA.server()))) {
            SmtpResult result = look(server, host(true));

            assertThat(onlyLook(result, Purpose.OTHER_KEY).outcome()).isEqualTo(alert("handshake_failure"));
        }
    }

    @Test
    void othersAreLookedAtOnce() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> polite(peer, EC.server()))) {
            assertThat(look(server, host(false)).observation().secondLooks()).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aSampleIsAskedWithoutAServerName() throws Exception {
        List<Integer> names = new CopyOnWriteArrayList<>();
        try (ScriptedServer server = ScriptedServer.playing(peer -> {
            agree(peer);
            peer.startTls(EC.server());
            names.add(((ExtendedSSLSession) peer.tls().getSession())
                    .getRequestedServerNames()
                    .size());
            peer.answer("250 mx").answer("221 bye");
        })) {
            String sample = hosts().stream()
                    .filter(SecondLooksTest::isSample)
                    .findFirst()
                    .orElseThrow();
            SmtpResult result = look(server, SmtpTarget.of("127.0.0.1", sample, sample, false));

            assertThat(established(onlyLook(result, Purpose.WITHOUT_SNI))
                            .session()
                            .chain())
                    .isEqualTo(EC.fingerprints());
            assertThat(names).containsExactly(1, 0);
            assertThat(result.observation().sni()).isEqualTo(sample);
        }
    }

    @Test
    void theSampleIsAboutOneInAHundred() {
        assertThat(hosts().stream().filter(SecondLooksTest::isSample).count()).isBetween(60L, 140L);
    }

    @Test
    void whatIsTakenOverIsNotLookedAt() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> polite(peer, EC.server()))) {
            SmtpResult first = probe(server, Permits.lab()).probe(host(true));
            SmtpResult taken = new SmtpResult(first.observation().takenOverFrom("mx0.example.net"), List.of());

            assertThat(looks(probe(server, Permits.lab())).after(host(true), taken))
                    .isEqualTo(taken);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void noLookIsTakenWithoutLeave() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> polite(peer, EC.server()))) {
            SmtpResult first = probe(server, Permits.lab()).probe(host(true));
            Gate closed = new Gate(new Guard(false), OptOut.NOBODY, new Pace(PaceLimits.LAB));
            SmtpResult result = looks(probe(server, closed)).after(host(true), first);

            assertThat(onlyLook(result, Purpose.OTHER_KEY).outcome())
                    .isEqualTo(new SmtpOutcome.NotAttempted(Abstention.RESERVED_ADDRESS));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    // ---- helpers

    private static void agree(Peer peer) throws IOException {
        peer.say("220 hi").answer("250-mx", "250 STARTTLS").answer("220 go");
    }

    private static void polite(Peer peer, SSLContext context) throws IOException {
        agree(peer);
        peer.startTls(context);
        peer.answer("250 mx").answer("221 bye");
    }

    private static void failing(Peer peer, int alert) throws IOException {
        agree(peer);
        peer.swallow().send(new byte[] {21, 3, 3, 0, 2, 2, (byte) alert}).silence();
    }

    private static SmtpResult look(ScriptedServer server, SmtpTarget target) throws InterruptedException {
        SmtpProbe probe = probe(server, Permits.lab());
        return looks(probe).after(target, probe.probe(target));
    }

    private static SecondLooks looks(SmtpProbe probe) {
        return new SecondLooks(probe, tls, "2026-11-24");
    }

    private static boolean isSample(String host) {
        return SecondLooks.isSample("2026-11-24", host);
    }

    private static List<String> hosts() {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> "mx" + i + ".example.net")
                .toList();
    }

    /// No part of the sample.
    private static SmtpTarget host(boolean hasTlsa) {
        assertThat(isSample(HOST)).isFalse();
        return SmtpTarget.of("127.0.0.1", HOST, HOST, hasTlsa);
    }

    private static SmtpProbe probe(ScriptedServer server, Gate gate) {
        SmtpConfig config = SmtpConfig.evenly("probe.mxcensus.example", server.port(), PATIENCE, PATIENCE);
        return new SmtpProbe(transport, tls, gate, config, Clock.systemUTC());
    }

    private static SmtpOutcome alert(String name) {
        return new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of(name), "");
    }

    private static SecondLook onlyLook(SmtpResult result, Purpose purpose) {
        List<SecondLook> looks = result.observation().secondLooks();
        assertThat(looks).hasSize(1);
        assertThat(looks.getFirst().purpose()).isEqualTo(purpose);
        return looks.getFirst();
    }

    private static SmtpOutcome.TlsEstablished established(SecondLook look) {
        assertThat(look.outcome()).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        return (SmtpOutcome.TlsEstablished) look.outcome();
    }
}
