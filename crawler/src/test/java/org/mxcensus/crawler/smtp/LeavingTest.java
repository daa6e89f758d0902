package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.crawler.pace.Permits;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.crawler.tls.ScriptedServer;
import org.mxcensus.crawler.tls.TestCertificates;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.TlsClients;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.SmtpOutcome;

/// How a probe takes leave, whoever does its TLS.
@ExtendWith(Leaks.class)
class LeavingTest {

    private static final TestCertificates CERTIFICATES = TestCertificates.issued("mx.example.net");
    private static final Duration DAY = Duration.ofDays(1);

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of("BoringSSL", (Supplier<TlsClient>) TlsClient::open),
                Arguments.of("JDK", (Supplier<TlsClient>) TlsClients::ofJdk));
    }

    /// nginx does: it ends TLS, and hangs up when the client has ended it too. Nobody's patience is at an end here, so
    /// the probe would never end if it only waited.
    @ParameterizedTest(name = "{0}")
    @MethodSource("libraries")
    @Timeout(120)
    void aServerThatWaitsForOurLastWordHearsIt(String library, Supplier<TlsClient> client) throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.playing(peer -> {
                    peer.say("220 mx.example.net")
                            .answer("250-mx.example.net", "250 STARTTLS")
                            .answer("220 go ahead");
                    peer.startTls(CERTIFICATES.server());
                    peer.answer("250 mx.example.net").answer("221 bye");
                    peer.tls().shutdownOutput();
                    peer.silence();
                    heard.countDown();
                });
                Transport transport = Transport.open(1);
                TlsClient tls = client.get()) {
            SmtpConfig config = SmtpConfig.evenly("probe.mxcensus.test", server.port(), DAY, DAY);
            SmtpProbe probe = new SmtpProbe(transport, tls, Permits.lab(), config, Clock.systemUTC());

            SmtpResult result = probe.probe(SmtpTarget.of("127.0.0.1", "mx.example.net", "mx.example.net", false));

            assertThat(result.observation().outcome()).isInstanceOf(SmtpOutcome.TlsEstablished.class);
            assertThat(heard.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(server.heard()).endsWith("QUIT");
        }
    }
}
