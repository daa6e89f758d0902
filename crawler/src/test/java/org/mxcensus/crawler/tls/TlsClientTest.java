package org.mxcensus.crawler.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
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

/// Given a server that speaks so, these facts.
@ExtendWith(Leaks.class)
class TlsClientTest {

    private static final String HOST = "mx.example.net";
    private static final TestCertificates CERTIFICATES = TestCertificates.issued(HOST);
    private static final List<String> ANY_CIPHER = List.of();

    private static Transport transport;
    private static TlsClient boring;
    private static TlsClient jdk;

    @BeforeAll
    static void open() {
        transport = Transport.open(1);
        boring = TlsClient.open();
        jdk = TlsClient.ofJdk();
    }

    @AfterAll
    static void close() {
        transport.close();
        boring.close();
        jdk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"})
    void everyVersionIsMet(String version) throws Exception {
        try (BoringServer server = new BoringServer(CERTIFICATES, List.of(version), ANY_CIPHER, "X25519")) {
            Handshake.Established established = established(handshake(boring, server.port(), HOST));

            assertThat(established.session().version()).isEqualTo(version);
            assertThat(established.session().chain()).isEqualTo(CERTIFICATES.fingerprints());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X25519MLKEM768", "X25519", "P-256", "P-384"})
    void everyGroupIsMetAndNamed(String group) throws Exception {
        try (BoringServer server = new BoringServer(CERTIFICATES, List.of("TLSv1.3"), ANY_CIPHER, group)) {
            assertThat(established(handshake(boring, server.port(), HOST))
                            .session()
                            .group())
                    .contains(group);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EC, TLSv1.3, ecdsa_secp256r1_sha256",
        "RSA, TLSv1.3, rsa_pss_rsae_sha256",
        "EC, TLSv1.2, ecdsa_secp256r1_sha256",
        "RSA, TLSv1.2, rsa_pss_rsae_sha256",
        "EC, TLSv1.1,",
        "RSA, TLSv1,"
    })
    void theSchemeOfTheSignatureIsNamed(String key, String version, String scheme) throws Exception {
        TestCertificates certificates = TestCertificates.issued(HOST, key, Instant.now());
        try (BoringServer server = new BoringServer(certificates, List.of(version), ANY_CIPHER, "X25519")) {
            assertThat(established(handshake(boring, server.port(), HOST))
                            .session()
                            .signature())
                    .isEqualTo(Optional.ofNullable(scheme));
            assertThat(boring.secretsKept()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"})
    void theSchemeIsFoundUnderEverySuite(String suite) throws Exception {
        TestCertificates rsa = TestCertificates.issued(HOST, "RSA", Instant.now());
        try (ScriptedServer server = ScriptedServer.playing(peer -> {
            peer.startTls(rsa.server(), List.of("TLSv1.3"), List.of(suite));
            peer.silence();
        })) {
            Handshake.Established established = established(handshake(boring, server.port(), HOST));

            assertThat(established.session().cipher()).isEqualTo(suite);
            assertThat(established.session().signature().orElseThrow()).startsWith("rsa_pss_rsae_sha");
        }
    }

    @Test
    void keyTransportSignsNothing() throws Exception {
        TestCertificates rsa = TestCertificates.issued(HOST, "RSA", Instant.now());
        try (BoringServer server =
                new BoringServer(rsa, List.of("TLSv1.2"), List.of("TLS_RSA_WITH_AES_128_CBC_SHA"), "X25519")) {
            assertThat(established(handshake(boring, server.port(), HOST))
                            .session()
                            .signature())
                    .isEmpty();
        }
    }

    @Test
    void aServerOfTodayGetsThePostQuantumGroup() throws Exception {
        try (BoringServer server =
                new BoringServer(CERTIFICATES, List.of("TLSv1.3"), ANY_CIPHER, "X25519MLKEM768", "X25519", "P-256")) {
            assertThat(established(handshake(boring, server.port(), HOST))
                            .session()
                            .group())
                    .contains("X25519MLKEM768");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_RSA_WITH_AES_128_CBC_SHA",
                "TLS_RSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
            })
    void oldSuitesAreMetAndNamedAsIanaDoes(String suite) throws Exception {
        TestCertificates rsa = TestCertificates.issued(HOST, "RSA", Instant.now());
        try (BoringServer server = new BoringServer(rsa, List.of("TLSv1.2"), List.of(suite), "X25519")) {
            Handshake.Established established = established(handshake(boring, server.port(), HOST));

            assertThat(established.session().cipher()).isEqualTo(suite);
            // Key transport by RSA has no group.
            assertThat(established.session().group())
                    .isEqualTo(suite.contains("ECDHE") ? Optional.of("X25519") : Optional.empty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-01-01T00:00:00Z", "2090-01-01T00:00:00Z"})
    void datesAreNotJudged(String around) throws Exception {
        TestCertificates certificates = TestCertificates.issued(HOST, "EC", Instant.parse(around));
        try (ScriptedServer server = tls(certificates.server())) {
            assertThat(established(handshake(boring, server.port(), HOST))
                            .session()
                            .chain())
                    .isEqualTo(certificates.fingerprints());
        }
    }

    @Test
    void namesAreNotJudged() throws Exception {
        try (ScriptedServer server = tls(CERTIFICATES.server())) {
            assertThat(handshake(boring, server.port(), "another.example.org"))
                    .isInstanceOf(Handshake.Established.class);
            assertThat(handshake(jdk, server.port(), "another.example.org")).isInstanceOf(Handshake.Established.class);
        }
    }

    @Test
    void everyVisitSeesTheChain() throws Exception {
        // A resumed session would show none.
        try (ScriptedServer server = tls(CERTIFICATES.server())) {
            for (int visit = 0; visit < 3; visit++) {
                assertThat(established(handshake(boring, server.port(), HOST))
                                .session()
                                .chain())
                        .isEqualTo(CERTIFICATES.fingerprints());
                assertThat(established(handshake(jdk, server.port(), HOST))
                                .session()
                                .chain())
                        .isEqualTo(CERTIFICATES.fingerprints());
            }
        }
    }

    @Test
    void aLongChainIsTakenWhole() throws Exception {
        TestCertificates padded = TestCertificates.padded(HOST, 40);
        try (ScriptedServer server = tls(padded.server())) {
            assertThat(established(handshake(boring, server.port(), HOST))
                            .session()
                            .chain())
                    .isEqualTo(padded.fingerprints())
                    .hasSize(41);
        }
    }

    @Test
    void aChainWithoutMeasureIsRefused() throws Exception {
        try (ScriptedServer server = tls(TestCertificates.repeating(HOST, 6_000).server())) {
            Handshake.Failed failed = (Handshake.Failed) handshake(boring, server.port(), HOST);

            assertThat(failed.cause()).isEqualTo(HandshakeFailure.PROTOCOL);
            assertThat(failed.detail()).isEqualTo("EXCESSIVE_MESSAGE_SIZE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10, unexpected_message",
        "20, bad_record_mac",
        "40, handshake_failure",
        "42, bad_certificate",
        "47, illegal_parameter",
        "49, access_denied",
        "70, protocol_version",
        "71, insufficient_security",
        "80, internal_error",
        "112, unrecognized_name"
    })
    void alertsAreNamedAsInRfc8446(int description, String name) throws Exception {
        byte[] alert = {21, 3, 3, 0, 2, 2, (byte) description};
        try (ScriptedServer server =
                ScriptedServer.playing(peer -> peer.swallow().send(alert).silence())) {
            assertThat(handshake(boring, server.port(), HOST)).isEqualTo(Handshake.Failed.byAlert(name));
            assertThat(handshake(jdk, server.port(), HOST)).isEqualTo(Handshake.Failed.byAlert(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "22, record_overflow",
        "30, decompression_failure",
        "43, unsupported_certificate",
        "44, certificate_revoked",
        "45, certificate_expired",
        "46, certificate_unknown",
        "48, unknown_ca",
        "50, decode_error",
        "51, decrypt_error",
        "86, inappropriate_fallback",
        "90, user_canceled",
        "109, missing_extension",
        "110, unsupported_extension",
        "113, bad_certificate_status_response",
        "115, unknown_psk_identity",
        "116, certificate_required",
        "120, no_application_protocol",
        "200, alert_200"
    })
    void rareAlertsAreNamedToo(int description, String name) throws Exception {
        byte[] alert = {21, 3, 3, 0, 2, 2, (byte) description};
        try (ScriptedServer server =
                ScriptedServer.playing(peer -> peer.swallow().send(alert).silence())) {
            assertThat(handshake(boring, server.port(), HOST)).isEqualTo(Handshake.Failed.byAlert(name));
        }
    }

    @Test
    void withoutACommonVersionTheServerSaysSo() throws Exception {
        TestCertificates rsa = TestCertificates.issued(HOST, "RSA", Instant.now());
        try (BoringServer server =
                new BoringServer(rsa, List.of("TLSv1.2"), List.of("TLS_RSA_WITH_AES_128_CBC_SHA"), "X25519")) {
            // The JDK has given up key transport by RSA.
            assertThat(handshake(jdk, server.port(), HOST)).isEqualTo(Handshake.Failed.byAlert("handshake_failure"));
        }
    }

    @Test
    void theServerNameIsSent() throws Exception {
        assertThat(requestedName(boring, "base.example.net")).contains("base.example.net");
        assertThat(requestedName(jdk, "base.example.net")).contains("base.example.net");
    }

    @Test
    void noServerNameIsSentWhereNoneIsGiven() throws Exception {
        assertThat(requestedName(boring, "")).isEmpty();
        assertThat(requestedName(jdk, "")).isEmpty();
    }

    private static Optional<String> requestedName(TlsClient client, String name) throws Exception {
        BlockingQueue<List<SNIServerName>> seen = new ArrayBlockingQueue<>(1);
        try (ScriptedServer server = ScriptedServer.playing(peer -> {
            peer.startTls(CERTIFICATES.server());
            seen.add(((ExtendedSSLSession) peer.tls().getSession()).getRequestedServerNames());
            peer.silence();
        })) {
            handshake(client, server.port(), name);
            List<SNIServerName> names = seen.poll(10, TimeUnit.SECONDS);
            return names.stream()
                    .map(each -> ((SNIHostName) each).getAsciiName())
                    .findFirst();
        }
    }

    @Test
    void theJdkStandsIn() throws Exception {
        try (ScriptedServer server = tls(CERTIFICATES.server())) {
            Handshake.Established established = established(handshake(jdk, server.port(), HOST));

            assertThat(established.session().version()).isEqualTo("TLSv1.3");
            assertThat(established.session().cipher()).isEqualTo("TLS_AES_256_GCM_SHA384");
            assertThat(established.session().group()).isEmpty();
        }
    }

    /// A server that completes the handshake and then says nothing.
    private static ScriptedServer tls(SSLContext context) {
        return ScriptedServer.playing(peer -> {
            peer.startTls(context);
            peer.silence();
        });
    }

    private static Handshake handshake(TlsClient client, int port, String serverName) throws Exception {
        Attempt attempt = Connection.open(
                transport, Permits.forAddress(InetAddress.getByName("127.0.0.1")), port, Duration.ofSeconds(10));
        try (Connection connection = ((Attempt.Connected) attempt).connection()) {
            return connection.startTls(client, serverName, Deadline.in(Duration.ofSeconds(20)));
        }
    }

    private static Handshake.Established established(Handshake handshake) {
        assertThat(handshake).isInstanceOf(Handshake.Established.class);
        return (Handshake.Established) handshake;
    }
}
