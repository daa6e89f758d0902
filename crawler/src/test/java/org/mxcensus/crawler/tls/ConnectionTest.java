package org.mxcensus.crawler.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.crawler.pace.Permits;
import org.mxcensus.crawler.tls.ScriptedServer.Peer;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.ProtocolFailure;

/// What a network does, and how it is told; the same over epoll and over NIO.
@ExtendWith(Leaks.class)
class ConnectionTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress SIX = InetAddress.ofLiteral("2001:db8::1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Transport standard;
    private static Transport nio;

    @BeforeAll
    static void open() {
        standard = Transport.open(1);
        nio = Transport.ofNio(1);
    }

    @AfterAll
    static void close() {
        standard.close();
        nio.close();
    }

    static Stream<Transport> transports() {
        return Stream.of(standard, nio);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("transports")
    void bytesComeAndGo(Transport transport) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> {
            String heard = peer.hear();
            peer.say("you said " + heard).silence();
        })) {
            try (Connection connection = connected(transport, server.port())) {
                connection.write("hello\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(connection.read(Deadline.in(PATIENCE)))
                        .isInstanceOfSatisfying(
                                Incoming.Bytes.class,
                                came -> assertThat(PeerText.of(came.bytes())).isEqualTo("you said hello\r\n"));
            }
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("transports")
    void aCloseIsTheEndForEver(Transport transport) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> {});
                Connection connection = connected(transport, server.port())) {
            Incoming end = new Incoming.Broken(ProtocolFailure.CLOSED, "");
            assertThat(connection.read(Deadline.in(PATIENCE))).isEqualTo(end);
            assertThat(connection.read(Deadline.in(PATIENCE))).isEqualTo(end);
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("transports")
    void aResetIsTold(Transport transport) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(Peer::reset);
                Connection connection = connected(transport, server.port())) {
            assertThat(connection.read(Deadline.in(PATIENCE)))
                    .isEqualTo(new Incoming.Broken(ProtocolFailure.RESET, ""));
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("transports")
    void silenceIsTold(Transport transport) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(Peer::silence);
                Connection connection = connected(transport, server.port())) {
            assertThat(connection.read(Deadline.in(Duration.ofMillis(50))))
                    .isEqualTo(new Incoming.Broken(ProtocolFailure.TIMED_OUT, ""));
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("transports")
    void aClosedPortRefuses(Transport transport) throws Exception {
        try (Socket unheard = ScriptedServer.unheardPort()) {
            assertThat(attempt(transport, unheard.getLocalPort(), PATIENCE))
                    .isEqualTo(new Attempt.Failed(ConnectFailure.REFUSED));
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("transports")
    void aFullQueueTimesOut(Transport transport) throws Exception {
        // Linux drops the SYN of whoever comes when nobody accepts any more.
        List<SocketChannel> queue = new ArrayList<>();
        try (ServerSocket listener = new ServerSocket(0, 1, LOOPBACK)) {
            for (int i = 0; i < 8; i++) {
                SocketChannel waiting = SocketChannel.open();
                waiting.configureBlocking(false);
                waiting.connect(new InetSocketAddress(LOOPBACK, listener.getLocalPort()));
                queue.add(waiting);
            }
            assertThat(attempt(transport, listener.getLocalPort(), Duration.ofMillis(300)))
                    .isEqualTo(new Attempt.Failed(ConnectFailure.TIMED_OUT));
        } finally {
            for (SocketChannel waiting : queue) {
                waiting.close();
            }
        }
    }

    @Test
    void aPeerThatNeverStopsFillsItsOwnBuffers() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(peer -> {
                    byte[] block = new byte[1 << 16];
                    for (int i = 0; i < 1_000; i++) {
                        peer.send(block);
                    }
                });
                Connection connection = connected(standard, server.port())) {
            for (int i = 0; i < 10; i++) {
                assertThat(connection.read(Deadline.in(PATIENCE)))
                        .isInstanceOfSatisfying(
                                Incoming.Bytes.class,
                                came -> assertThat(came.bytes()).hasSizeLessThanOrEqualTo(16_640));
            }
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoRouteToHostException("No route to host"), LOOPBACK, ConnectFailure.UNREACHABLE),
                Arguments.of(new SocketException("Network is unreachable"), LOOPBACK, ConnectFailure.UNREACHABLE),
                Arguments.of(new ConnectException("Connection refused"), LOOPBACK, ConnectFailure.REFUSED),
                Arguments.of(new ConnectException("Connection timed out"), LOOPBACK, ConnectFailure.TIMED_OUT),
                Arguments.of(new ConnectTimeoutException("after 1 ms"), LOOPBACK, ConnectFailure.TIMED_OUT),
                Arguments.of(new ConnectException("Cannot assign requested address"), SIX, ConnectFailure.UNREACHABLE),
                Arguments.of(new SocketException("Protocol family unavailable"), SIX, ConnectFailure.UNREACHABLE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsName(IOException failure, InetAddress address, ConnectFailure cause) {
        assertThat(Failures.connecting(failure, address)).contains(cause);
    }

    static Stream<IOException> faultsOfOurOwn() {
        return Stream.of(
                new ConnectException("Cannot assign requested address"),
                new SocketException("Too many open files"),
                new SocketException("Operation not permitted"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfOurOwn")
    void whatThisMachineLacksIsNoFailureOfThePeer(IOException failure) {
        assertThat(Failures.connecting(failure, LOOPBACK)).isEmpty();
    }

    private static Attempt attempt(Transport transport, int port, Duration limit) throws InterruptedException {
        return Connection.open(transport, Permits.forAddress(LOOPBACK), port, limit);
    }

    private static Connection connected(Transport transport, int port) throws InterruptedException {
        return ((Attempt.Connected) attempt(transport, port, PATIENCE)).connection();
    }
}
