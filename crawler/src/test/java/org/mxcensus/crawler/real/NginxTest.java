package org.mxcensus.crawler.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.mtasts.AddressLookup;
import org.mxcensus.crawler.mtasts.HostAddresses;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.mtasts.PolicyHost;
import org.mxcensus.crawler.mtasts.PolicyResult;
import org.mxcensus.crawler.pace.Permits;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.crawler.tls.TestCertificates;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// A real nginx with a server for each policy host.
@Tag("full")
@ExtendWith(Leaks.class)
class NginxTest {

    private static final String POLICY = "version: STSv1\r\nmode: testing\r\nmx: mx.example.net\r\nmax_age: 86400\r\n";
    private static final TestCertificates GOOD = TestCertificates.issued("mta-sts.good.example");
    private static final TestCertificates OTHER = TestCertificates.issued("mta-sts.other.example");

    @TempDir
    private static Path folder;

    private static int port;
    private static Daemon nginx;
    private static Transport transport;
    private static TlsClient tls;

    @BeforeAll
    static void start() throws IOException {
        String program = RealServer.require("nginx").toString();
        // The workers are nobody in particular.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        port = Daemon.freePort();
        Path root = Files.createDirectories(folder.resolve("www/.well-known"));
        Files.writeString(root.resolve("mta-sts.txt"), POLICY);
        Path large = Files.createDirectories(folder.resolve("large/.well-known"));
        Files.writeString(large.resolve("mta-sts.txt"), POLICY + "x: y\r\n".repeat(20_000));
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("good.pem"), GOOD.pem());
        Files.writeString(folder.resolve("other.pem"), OTHER.pem());
        Path conf = Files.writeString(folder.resolve("nginx.conf"), conf());
        nginx = Daemon.start(
                folder.resolve("nginx.log"),
                List.of(port),
                List.of(program, "-e", "stderr", "-p", folder.toString(), "-c", conf.toString()));
        transport = Transport.open(1);
        tls = TlsClient.open();
    }

    private static String conf() {
        return """
                daemon off;
                pid nginx.pid;
                events {}
                http {
                  access_log off;
                  types { text/plain txt; }
                  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
                  ssl_certificate good.pem; ssl_certificate_key good.pem;
                  server { listen 127.0.0.1:%1$d ssl; server_name mta-sts.good.example; root www; }
                  server { listen 127.0.0.1:%1$d ssl; server_name mta-sts.chunked.example; root www; gzip on; ssi on; ssi_types text/plain; }
                  server { listen 127.0.0.1:%1$d ssl; server_name mta-sts.large.example; root large; }
                  server { listen 127.0.0.1:%1$d ssl; server_name mta-sts.none.example; root empty; }
                  server { listen 127.0.0.1:%1$d ssl; server_name mta-sts.moved.example; return 301 https://mta-sts.good.example$request_uri; }
                  server { listen 127.0.0.1:%1$d ssl; server_name mta-sts.rude.example; return 444; }
                  server {
                    listen 127.0.0.1:%1$d ssl; server_name mta-sts.other.example; root www; ssl_protocols TLSv1.2;
                    ssl_certificate other.pem; ssl_certificate_key other.pem;
                  }
                }
                """.formatted(port);
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
            transport.close();
            tls.close();
        }
    }

    @Test
    void aPolicyIsFetched() throws Exception {
        PolicyResult result = fetch("good.example");

        assertThat(result.fetch()).isEqualTo(new PolicyFetch.Fetched(POLICY, false, "text/plain", GOOD.fingerprints()));
        assertThat(OpensslClient.installed()
                        .see(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                                "mta-sts.good.example",
                                List.of())
                        .chain())
                .isEqualTo(GOOD.fingerprints());
    }

    @Test
    void theServerNameChoosesTheCertificate() throws Exception {
        assertThat(fetch("other.example").fetch())
                .isEqualTo(new PolicyFetch.Fetched(POLICY, false, "text/plain", OTHER.fingerprints()));
    }

    @Test
    void aChunkedBodyIsPutTogether() throws Exception {
        assertThat(fetch("chunked.example").fetch())
                .isEqualTo(new PolicyFetch.Fetched(POLICY, false, "text/plain", GOOD.fingerprints()));
    }

    @Test
    void aLargeBodyIsCut() throws Exception {
        assertThat(fetch("large.example").fetch()).isInstanceOfSatisfying(PolicyFetch.Fetched.class, fetched -> {
            assertThat(fetched.truncated()).isTrue();
            assertThat(fetched.text()).startsWith(POLICY).hasSize(64 * 1024);
        });
    }

    @Test
    void whatIsNotThereIs404() throws Exception {
        assertThat(fetch("none.example").fetch()).isEqualTo(new PolicyFetch.HttpError(404, GOOD.fingerprints()));
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        assertThat(fetch("moved.example").fetch()).isEqualTo(new PolicyFetch.HttpError(301, GOOD.fingerprints()));
    }

    @Test
    void aServerThatHangsUpIsNoAnswer() throws Exception {
        assertThat(fetch("rude.example").fetch()).isInstanceOf(PolicyFetch.ProtocolError.class);
    }

    private static PolicyResult fetch(String domain) throws InterruptedException {
        AddressLookup loopback =
                host -> new HostAddresses.Found(List.of(InetAddress.getLoopbackAddress()), Optional.empty());
        Duration patience = Duration.ofSeconds(60);
        PolicyConfig config = new PolicyConfig("mxcensus-test", port, 1, patience, patience, 64 * 1024);
        return new PolicyHost(transport, tls, loopback, Permits.lab(), config).fetch(domain);
    }
}
