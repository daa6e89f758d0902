package org.mxcensus.crawler.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
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
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;

/// Given a policy host that behaves so, this fetch.
@ExtendWith(Leaks.class)
class PolicyHostTest {

    private static final String POLICY = "version: STSv1\r\nmode: enforce\r\nmx: *.example.net\r\nmax_age: 86400\r\n";
    private static final TestCertificates CERTIFICATES = TestCertificates.issued("mta-sts.example.org");
    private static final SSLContext SERVER_TLS = CERTIFICATES.server();
    private static final List<String> CHAIN = CERTIFICATES.fingerprints();

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

    // ---- a policy

    @Test
    void aPolicyIsFetchedWordForWord() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(answering(ok("text/plain; charset=utf-8", POLICY)))) {
            PolicyResult result = fetch(server);

            assertThat(result.fetch())
                    .isEqualTo(new PolicyFetch.Fetched(POLICY, false, "text/plain; charset=utf-8", CHAIN));
            assertThat(result.certificates())
                    .extracting(certificate -> certificate.sha256())
                    .isEqualTo(CHAIN);
            assertThat(server.heard())
                    .containsExactly(
                            "GET /.well-known/mta-sts.txt HTTP/1.1",
                            "Host: mta-sts.example.org:" + server.port(),
                            "User-Agent: mxcensus-test",
                            "Accept: text/plain",
                            "Connection: close");
        }
    }

    @Test
    void theHandshakeNamesThePolicyHost() throws Exception {
        List<SNIServerName> named = new CopyOnWriteArrayList<>();
        PolicyFetch fetch = after(peer -> {
            peer.startTls(SERVER_TLS);
            named.addAll(((ExtendedSSLSession) peer.tls().getSession()).getRequestedServerNames());
            peer.send(ok("text/plain", POLICY)).silence();
        });

        assertThat(fetch).isInstanceOf(PolicyFetch.Fetched.class);
        assertThat(named).containsExactly(new SNIHostName("mta-sts.example.org"));
    }

    @Test
    void theAliasIsRecorded() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(answering(ok("text/plain", POLICY)))) {
            AddressLookup lookup = host ->
                    new HostAddresses.Found(List.of(address("127.0.0.1")), Optional.of("mta-sts.provider.example"));

            assertThat(fetch(server.port(), lookup, Permits.lab()).cname()).contains("mta-sts.provider.example");
        }
    }

    @Test
    void aMissingMediaTypeIsEmpty() throws Exception {
        assertThat(after(answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")))
                .isEqualTo(new PolicyFetch.Fetched("hi", false, "", CHAIN));
    }

    @Test
    void aBodyMayComeInChunks() throws Exception {
        assertThat(after(answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "8\r\nversion:\r\n7\r\n STSv1\n\r\n0\r\n\r\n")))
                .isEqualTo(new PolicyFetch.Fetched("version: STSv1\n", false, "", CHAIN));
    }

    @Test
    void aBodyMayEndWithTheConnection() throws Exception {
        assertThat(after(peer -> {
                    peer.startTls(SERVER_TLS);
                    request(peer);
                    peer.send("HTTP/1.0 200 OK\r\n\r\n" + POLICY);
                }))
                .isEqualTo(new PolicyFetch.Fetched(POLICY, false, "", CHAIN));
    }

    @Test
    void anInterimResponseIsPassedOver() throws Exception {
        assertThat(after(answering("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + ok("text/plain", POLICY))))
                .isEqualTo(new PolicyFetch.Fetched(POLICY, false, "text/plain", CHAIN));
    }

    @Test
    void aBodyOf64KibIsWhole() throws Exception {
        String body = "x".repeat(64 * 1024);
        assertThat(after(answering(ok("text/plain", body))))
                .isEqualTo(new PolicyFetch.Fetched(body, false, "text/plain", CHAIN));
    }

    @Test
    void aLongerBodyIsCut() throws Exception {
        String body = "x".repeat(64 * 1024);
        assertThat(after(answering(ok("text/plain", body + "yyy"))))
                .isEqualTo(new PolicyFetch.Fetched(body, true, "text/plain", CHAIN));
    }

    @Test
    void aCompressedBodyIsNotUnpacked() throws Exception {
        assertThat(after(answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\037gz!")))
                .isEqualTo(new PolicyFetch.Fetched("\037gz!", false, "", CHAIN));
    }

    // ---- no policy

    @ParameterizedTest
    @ValueSource(ints = {101, 204, 301, 302, 404, 410, 429, 500, 503})
    void anotherStatusIsAnError(int status) throws Exception {
        assertThat(after(answering("HTTP/1.1 " + status + " Whatever\r\nLocation: https://127.0.0.2/\r\n\r\n")))
                .isEqualTo(new PolicyFetch.HttpError(status, CHAIN));
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (ScriptedServer elsewhere = ScriptedServer.playing(answering(ok("text/plain", POLICY)));
                ScriptedServer server =
                        ScriptedServer.playing(answering("HTTP/1.1 301 Moved\r\nLocation: https://127.0.0.1:"
                                + elsewhere.port() + "/\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(fetch(server).fetch()).isEqualTo(new PolicyFetch.HttpError(301, CHAIN));
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void withoutAnAddressThereIsNothingToAsk() throws Exception {
        AddressLookup lookup = host -> new HostAddresses.None(Optional.of("gone.example"));

        PolicyResult result = fetch(1, lookup, Permits.lab());

        assertThat(result.fetch()).isEqualTo(new PolicyFetch.NoAddress());
        assertThat(result.cname()).contains("gone.example");
    }

    @Test
    void aFailedLookUpIsKept() throws Exception {
        assertThat(fetch(1, host -> new HostAddresses.Failed(DnsFailure.BOGUS), Permits.lab())
                        .fetch())
                .isEqualTo(new PolicyFetch.LookupFailed(DnsFailure.BOGUS));
    }

    @Test
    void aClosedPortIsRefused() throws Exception {
        try (Socket unheard = ScriptedServer.unheardPort()) {
            assertThat(fetch(unheard.getLocalPort(), at("127.0.0.1"), Permits.lab())
                            .fetch())
                    .isEqualTo(new PolicyFetch.NotConnected(ConnectFailure.REFUSED));
        }
    }

    @Test
    void theNextAddressIsTriedWhereOneRefuses() throws Exception {
        try (ScriptedServer server = ScriptedServer.on("127.0.0.3", answering(ok("text/plain", POLICY)))) {
            assertThat(fetch(server.port(), at("127.0.0.2", "127.0.0.3"), Permits.lab())
                            .fetch())
                    .isInstanceOf(PolicyFetch.Fetched.class);
        }
    }

    @Test
    void atMostFourAddressesAreTried() throws Exception {
        try (ScriptedServer server = ScriptedServer.on("127.0.0.9", answering(ok("text/plain", POLICY)))) {
            assertThat(fetch(
                                    server.port(),
                                    at("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5", "127.0.0.9"),
                                    Permits.lab())
                            .fetch())
                    .isEqualTo(new PolicyFetch.NotConnected(ConnectFailure.REFUSED));
        }
    }

    @Test
    void anAlertIsNamed() throws Exception {
        byte[] alert = {21, 3, 3, 0, 2, 2, 112};
        assertThat(after(peer -> peer.swallow().send(alert).silence()))
                .isEqualTo(new PolicyFetch.HandshakeFailed(HandshakeFailure.ALERT, "unrecognized_name"));
    }

    @Test
    void silenceInTheHandshakeTimesOut() throws Exception {
        assertThat(afterWaiting(Peer::silence))
                .isEqualTo(new PolicyFetch.HandshakeFailed(HandshakeFailure.TIMED_OUT, ""));
    }

    @Test
    void aResetInTheHandshake() throws Exception {
        assertThat(after(Peer::reset)).isEqualTo(new PolicyFetch.HandshakeFailed(HandshakeFailure.RESET, ""));
    }

    // ---- no HTTP

    @Test
    void silenceAfterTheRequestTimesOut() throws Exception {
        assertThat(afterWaiting(answering("")))
                .isEqualTo(new PolicyFetch.ProtocolError(ProtocolFailure.TIMED_OUT, CHAIN));
    }

    @Test
    void aCutResponseIsNoPolicy() throws Exception {
        assertThat(after(peer -> {
                    peer.startTls(SERVER_TLS);
                    request(peer);
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nversion: STSv1\r\n");
                }))
                .isEqualTo(new PolicyFetch.ProtocolError(ProtocolFailure.CLOSED, CHAIN));
    }

    @Test
    void aCloseWithoutAResponse() throws Exception {
        assertThat(after(peer -> {
                    peer.startTls(SERVER_TLS);
                    request(peer);
                }))
                .isEqualTo(new PolicyFetch.ProtocolError(ProtocolFailure.CLOSED, CHAIN));
    }

    @Test
    void anotherProtocolIsASyntaxError() throws Exception {
        assertThat(after(answering("220 mx.example.org ESMTP\r\n250 ok\r\n\r\n")))
                .isEqualTo(new PolicyFetch.ProtocolError(ProtocolFailure.SYNTAX, CHAIN));
    }

    @Test
    void anEndlessHeadIsCutOff() throws Exception {
        assertThat(after(answering("HTTP/1.1 200 OK\r\n" + "X-Padding: abcdefghijklmnopqrstuvwxyz\r\n".repeat(2_000))))
                .isEqualTo(new PolicyFetch.ProtocolError(ProtocolFailure.TOO_LONG, CHAIN));
    }

    @Test
    void endlessInterimResponsesAreCutOff() throws Exception {
        assertThat(after(peer -> {
                    peer.startTls(SERVER_TLS);
                    request(peer);
                    for (int i = 0; i < 100; i++) {
                        peer.send("HTTP/1.1 102 Processing\r\n\r\n".repeat(500));
                    }
                }))
                .isEqualTo(new PolicyFetch.ProtocolError(ProtocolFailure.TOO_LONG, CHAIN));
    }

    // ---- chosen not to

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "64:ff9b::7f00:1"})
    void aNameThatPointsIntoAPrivateNetworkIsNotFollowed(String ip) throws Exception {
        Gate gate = new Gate(new Guard(false), OptOut.NOBODY, new Pace(PaceLimits.POLICY_HOSTS));
        try (ScriptedServer server = ScriptedServer.playing(answering(ok("text/plain", POLICY)))) {
            assertThat(fetch(server.port(), at(ip), gate).fetch())
                    .isEqualTo(new PolicyFetch.NotAttempted(Abstention.RESERVED_ADDRESS));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void whoOptedOutIsNeverContacted(@TempDir Path folder) throws Exception {
        Path list = Files.writeString(folder.resolve("opt-out.txt"), "example.org\n");
        Gate gate = new Gate(
                new Guard(true),
                OptOutFile.open(list, RoutingTable.NONE, Ticker.SYSTEM),
                new Pace(PaceLimits.POLICY_HOSTS));
        try (ScriptedServer server = ScriptedServer.playing(answering(ok("text/plain", POLICY)))) {
            assertThat(fetch(server.port(), at("127.0.0.1"), gate).fetch())
                    .isEqualTo(new PolicyFetch.NotAttempted(Abstention.OPTED_OUT));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aBugBecomesAnOutcome() throws Exception {
        AddressLookup lookup = host -> {
            throw new IllegalStateException("a bug");
        };

        assertThat(fetch(1, lookup, Permits.lab()).fetch()).isInstanceOf(PolicyFetch.InternalError.class);
    }

    @Test
    void aLookUpThatIsInterruptedIsNoBugAndNoOutcome() {
        AddressLookup lookup = host -> {
            throw new CancellationException("interrupted while waiting for the DNS");
        };

        assertThatThrownBy(() -> fetch(1, lookup, Permits.lab())).isInstanceOf(InterruptedException.class);
    }

    // ---- helpers

    private static Script answering(String response) {
        return peer -> {
            peer.startTls(SERVER_TLS);
            request(peer);
            peer.send(response).silence();
        };
    }

    private static void request(Peer peer) throws IOException {
        while (!peer.hear().isEmpty()) {
            // the head ends with an empty line
        }
    }

    private static String ok(String mediaType, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + mediaType + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private static PolicyFetch after(Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(script)) {
            return fetch(server).fetch();
        }
    }

    /// The same where the test waits for us to lose patience.
    private static PolicyFetch afterWaiting(Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(script)) {
            return fetch(server.port(), at("127.0.0.1"), Permits.lab(), Duration.ofMillis(1_500))
                    .fetch();
        }
    }

    private static PolicyResult fetch(ScriptedServer server) throws InterruptedException {
        return fetch(server.port(), at("127.0.0.1"), Permits.lab());
    }

    private static PolicyResult fetch(int port, AddressLookup lookup, Gate gate) throws InterruptedException {
        return fetch(port, lookup, gate, Duration.ofSeconds(60));
    }

    private static PolicyResult fetch(int port, AddressLookup lookup, Gate gate, Duration patience)
            throws InterruptedException {
        PolicyConfig config = new PolicyConfig("mxcensus-test", port, 4, Duration.ofSeconds(60), patience, 64 * 1024);
        return new PolicyHost(transport, tls, lookup, gate, config).fetch("example.org");
    }

    private static AddressLookup at(String... ips) {
        return host -> host.equals("mta-sts.example.org")
                ? new HostAddresses.Found(
                        Stream.of(ips).map(PolicyHostTest::address).toList(), Optional.empty())
                : new HostAddresses.None(Optional.empty());
    }

    private static InetAddress address(String ip) {
        try {
            return InetAddress.getByName(ip);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
