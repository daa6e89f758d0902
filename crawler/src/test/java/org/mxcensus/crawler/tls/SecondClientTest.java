package org.mxcensus.crawler.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.crawler.pace.Permits;
import org.mxcensus.datasets.observation.HandshakeFailure;

/// What the client of second looks meets.
@ExtendWith(Leaks.class)
class SecondClientTest {

    private static final String HOST = "mx.example.net";
    private static final TestCertificates EC = TestCertificates.issued(HOST);
    private static final TestCertificates RSA = TestCertificates.issued(HOST, "RSA", Instant.now());
    private static final SecondClient OLD = new SecondClient(SecondClient.Offer.OLD_TLS);
    private static final SecondClient RSA_KEYS = new SecondClient(SecondClient.Offer.RSA_KEYS);
    private static final SecondClient EC_KEYS = new SecondClient(SecondClient.Offer.EC_KEYS);

    private static Transport transport;

    @BeforeAll
    static void open() {
        transport = Transport.open(1);
    }

    @AfterAll
    static void close() {
        transport.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
                "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
            })
    void aServerThatKnowsEphemeralDiffieHellmanOnlyIsMet(String suite) throws Exception {
        try (ScriptedServer server = suites(RSA.server(), "TLSv1.2", suite)) {
            Handshake.Established established = established(handshake(OLD, server.port()));

            assertThat(established.session().version()).isEqualTo("TLSv1.2");
            assertThat(established.session().cipher()).isEqualTo(suite);
            assertThat(established.session().group().orElseThrow()).startsWith("DH-");
            assertThat(established.session().signature().orElseThrow()).startsWith("rsa_");
            assertThat(established.session().chain()).isEqualTo(RSA.fingerprints());
            assertThat(established.certificates())
                    .extracting(certificate -> certificate.sha256())
                    .isEqualTo(RSA.fingerprints());
        }
    }

    @Test
    void theFirstClientCannotMeetIt() throws Exception {
        try (TlsClient first = TlsClient.open();
                ScriptedServer server = suites(RSA.server(), "TLSv1.2", "TLS_DHE_RSA_WITH_AES_128_CBC_SHA")) {
            assertThat(handshake(first, server.port())).isEqualTo(Handshake.Failed.byAlert("handshake_failure"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1", "TLSv1.2"})
    void everyOldVersionIsMet(String version) throws Exception {
        try (BoringServer server = new BoringServer(EC, List.of(version), List.of(), "P-256")) {
            Handshake.Established established = established(handshake(OLD, server.port()));

            assertThat(established.session().version()).isEqualTo(version);
            assertThat(established.session().group()).contains("P-256");
        }
    }

    @Test
    void aServerOfTodayHasNothingOld() throws Exception {
        try (BoringServer server = new BoringServer(EC, List.of("TLSv1.3"), List.of(), "X25519")) {
            assertThat(handshake(OLD, server.port())).isEqualTo(Handshake.Failed.byAlert("protocol_version"));
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void oneTypeOfKeyIsAskedFor(String version) throws Exception {
        try (BoringServer ec = new BoringServer(EC, List.of(version), List.of(), "X25519");
                BoringServer rsa = new BoringServer(RSA, List.of(version), List.of(), "X25519")) {
            assertThat(established(handshake(EC_KEYS, ec.port())).session().chain())
                    .isEqualTo(EC.fingerprints());
            assertThat(established(handshake(RSA_KEYS, rsa.port())).session().chain())
                    .isEqualTo(RSA.fingerprints());
            assertThat(handshake(RSA_KEYS, ec.port())).isEqualTo(Handshake.Failed.byAlert("handshake_failure"));
            assertThat(handshake(EC_KEYS, rsa.port())).isEqualTo(Handshake.Failed.byAlert("handshake_failure"));
        }
    }

    @Test
    void theSignatureIsNamed() throws Exception {
        try (BoringServer ec = new BoringServer(EC, List.of("TLSv1.3"), List.of(), "X25519");
                BoringServer rsa = new BoringServer(RSA, List.of("TLSv1.3"), List.of(), "X25519")) {
            assertThat(established(handshake(EC_KEYS, ec.port())).session().signature())
                    .contains("ecdsa_secp256r1_sha256");
            assertThat(established(handshake(RSA_KEYS, rsa.port())).session().signature())
                    .contains("rsa_pss_rsae_sha256");
        }
    }

    @Test
    void alertsAreNamed() throws Exception {
        byte[] alert = {21, 3, 3, 0, 2, 2, 71};
        try (ScriptedServer server =
                ScriptedServer.playing(peer -> peer.swallow().send(alert).silence())) {
            assertThat(handshake(OLD, server.port())).isEqualTo(Handshake.Failed.byAlert("insufficient_security"));
        }
    }

    @Test
    void whatIsNoTlsIsSaidSo() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(
                peer -> peer.swallow().say("500 what is this?").silence())) {
            Handshake.Failed failed = (Handshake.Failed) handshake(OLD, server.port());

            assertThat(failed.cause()).isEqualTo(HandshakeFailure.PROTOCOL);
            assertThat(failed.detail()).isNotEmpty();
        }
    }

    @Test
    void whoHangsUpHasHungUp() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> peer.swallow())) {
            assertThat(handshake(OLD, server.port())).isEqualTo(Handshake.Failed.by(HandshakeFailure.CLOSED));
        }
    }

    @Test
    void whoResetsHasReset() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.playing(peer -> peer.swallow().reset())) {
            assertThat(handshake(OLD, server.port())).isEqualTo(Handshake.Failed.by(HandshakeFailure.RESET));
        }
    }

    @Test
    void wordsPassBothWays() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> {
                    peer.startTls(RSA.server(), "TLSv1.2");
                    peer.answer("250 hello").answer("221 bye");
                });
                Connection connection = connect(server.port())) {
            established(connection.startTls(OLD, HOST, patience()));

            connection.write("EHLO probe\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(connection.read(patience()))
                    .isInstanceOfSatisfying(
                            Incoming.Bytes.class,
                            said -> assertThat(said.bytes()).asString().isEqualTo("250 hello\r\n"));
            assertThat(server.heard()).containsExactly("EHLO probe");
        }
    }

    private static ScriptedServer suites(SSLContext context, String version, String suite) {
        return ScriptedServer.playing(peer -> {
            peer.startTls(context, List.of(version), List.of(suite));
            peer.silence();
        });
    }

    private static Connection connect(int port) throws Exception {
        Attempt attempt = Connection.open(
                transport, Permits.forAddress(InetAddress.getByName("127.0.0.1")), port, Duration.ofSeconds(30));
        return ((Attempt.Connected) attempt).connection();
    }

    private static Handshake handshake(Handshaker client, int port) throws Exception {
        try (Connection connection = connect(port)) {
            return connection.startTls(client, HOST, patience());
        }
    }

    private static Deadline patience() {
        return Deadline.in(Duration.ofSeconds(60));
    }

    private static Handshake.Established established(Handshake handshake) {
        assertThat(handshake).isInstanceOf(Handshake.Established.class);
        return (Handshake.Established) handshake;
    }
}
