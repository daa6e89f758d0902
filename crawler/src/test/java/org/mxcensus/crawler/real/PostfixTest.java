package org.mxcensus.crawler.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.crawler.pace.Permits;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.crawler.smtp.SmtpProbe;
import org.mxcensus.crawler.smtp.SmtpResult;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.crawler.tls.TestCertificates;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// A real Postfix with a service for each configuration; what the probe records is what OpenSSL's client sees.
@Tag("full")
@ExtendWith(Leaks.class)
class PostfixTest {

    private static final String HOST = "mx.example.net";
    private static final TestCertificates ECDSA = TestCertificates.issued(HOST, "EC", Instant.now());
    private static final TestCertificates RSA = TestCertificates.issued(HOST, "RSA", Instant.now());

    /// Name of a service and how it differs from the rest.
    private static final Map<String, String> SERVICES = new TreeMap<>(Map.of(
            "ecdsa", "",
            "rsa", "-o smtpd_tls_chain_files=$rsa_chain",
            "tls12", "-o smtpd_tls_protocols=TLSv1.2",
            "tls13", "-o smtpd_tls_protocols=TLSv1.3",
            "p384", "-o tls_eecdh_auto_curves=secp384r1",
            "plain", "-o smtpd_tls_security_level=none",
            "refusing", "-o smtpd_client_connection_rate_limit=1 -o smtpd_client_event_limit_exceptions="));

    private static final Map<String, Integer> PORTS = new TreeMap<>();

    @TempDir
    private static Path folder;

    private static Daemon postfix;
    private static Transport transport;
    private static TlsClient tls;

    @BeforeAll
    static void start() throws IOException {
        String program = RealServer.require("postfix").toString();
        // Postfix' own users come by here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        SERVICES.keySet().forEach(service -> PORTS.put(service, Daemon.freePort()));
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Files.createDirectory(folder.resolve("queue"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setOwner(
                data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        Files.writeString(conf.resolve("main.cf"), mainCf());
        Files.writeString(conf.resolve("master.cf"), masterCf());
        Files.writeString(folder.resolve("ecdsa.pem"), ECDSA.pem());
        Files.writeString(folder.resolve("rsa.pem"), RSA.pem());
        postfix = Daemon.start(
                folder.resolve("postfix.log"),
                PORTS.entrySet().stream()
                        .filter(service -> !service.getKey().equals("refusing"))
                        .map(Map.Entry::getValue)
                        .toList(),
                List.of(program, "-c", conf.toString(), "start-fg"));
        transport = Transport.open(1);
        tls = TlsClient.open();
    }

    private static String mainCf() {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = /dev/stdout
                myhostname = %2$s
                inet_interfaces = 127.0.0.1
                local_recipient_maps =
                alias_maps =
                smtpd_peername_lookup = no
                smtpd_tls_security_level = may
                smtpd_tls_chain_files = %1$s/ecdsa.pem
                rsa_chain = %1$s/rsa.pem
                """.formatted(folder, HOST);
    }

    private static String masterCf() {
        StringBuilder text = new StringBuilder("""
                tlsmgr unix - - n 1000? 1 tlsmgr
                anvil unix - - n - 1 anvil
                rewrite unix - - n - - trivial-rewrite
                postlog unix-dgram n - n - 1 postlogd
                """);
        SERVICES.forEach((service, options) ->
                text.append("127.0.0.1:%d inet n - n - - smtpd %s\n".formatted(PORTS.get(service), options)));
        return text.toString();
    }

    @AfterAll
    static void stop() {
        if (postfix != null) {
            postfix.close();
            transport.close();
            tls.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ecdsa, TLSv1.3, X25519",
        "rsa, TLSv1.3, X25519",
        "tls12, TLSv1.2, X25519",
        "tls13, TLSv1.3, X25519",
        "p384, TLSv1.3, P-384"
    })
    void theSessionIsTheOneThatOpensslSees(String service, String version, String group) throws Exception {
        TlsSession session = session(probe(service));

        assertThat(session.version()).isEqualTo(version);
        assertThat(session.group()).contains(group);
        assertThat(session.chain()).isEqualTo((service.equals("rsa") ? RSA : ECDSA).fingerprints());
        OpensslClient seen = openssl(service, session);
        assertThat(seen.version()).isEqualTo(session.version());
        assertThat(seen.cipher()).isEqualTo(opensslName(session.cipher()));
        assertThat(seen.group()).isEqualTo(group.equals("P-384") ? "secp384r1" : group);
        assertThat(seen.chain()).isEqualTo(session.chain());
    }

    @Test
    void theDialogueIsPostfix() throws Exception {
        var dialogue = probe("ecdsa").observation().dialogue();

        assertThat(dialogue.banner()).isEqualTo(HOST + " ESMTP Postfix");
        assertThat(dialogue.ehloName()).isEqualTo(HOST);
        assertThat(dialogue.extensions()).contains("PIPELINING", "STARTTLS", "8BITMIME");
        assertThat(dialogue.extensionsAfterTls())
                .contains("PIPELINING", "8BITMIME")
                .doesNotContain("STARTTLS");
    }

    @Test
    void withoutTlsThereIsNoStartTls() throws Exception {
        assertThat(probe("plain").observation().outcome()).isEqualTo(new SmtpOutcome.StartTlsNotOffered());
    }

    @Test
    void tooManyConnectionsAreADeferral() throws Exception {
        SmtpOutcome first = probe("refusing").observation().outcome();
        SmtpOutcome second = probe("refusing").observation().outcome();

        assertThat(first).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        SmtpOutcome.Deferred.class,
                        deferred -> assertThat(deferred.reply().code()).isEqualTo(421));
    }

    @Test
    void postfixHasNothingToComplainOf() throws Exception {
        probe("ecdsa");

        String log = Files.readString(folder.resolve("postfix.log"));
        assertThat(log).contains("disconnect from unknown[127.0.0.1] ehlo=2 starttls=1 quit=1 commands=4");
        assertThat(log).doesNotContain("improper command pipelining", "lost connection after STARTTLS", "SSL_accept");
    }

    private static SmtpResult probe(String service) throws InterruptedException {
        Duration patience = Duration.ofSeconds(60);
        SmtpConfig config = new SmtpConfig(
                "probe.mxcensus.example",
                PORTS.get(service),
                patience,
                patience,
                patience,
                patience,
                patience,
                patience,
                4096);
        return new SmtpProbe(transport, tls, Permits.lab(), config, Clock.systemUTC())
                .probe(SmtpTarget.of("127.0.0.1", HOST, HOST, false));
    }

    private static TlsSession session(SmtpResult result) {
        assertThat(result.observation().outcome()).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        return ((SmtpOutcome.TlsEstablished) result.observation().outcome()).session();
    }

    /// Postfix lets the client choose, so the other client must want the same.
    private static OpensslClient openssl(String service, TlsSession session) throws Exception {
        boolean old = session.version().equals("TLSv1.2");
        return OpensslClient.see(
                PORTS.get(service),
                HOST,
                "-starttls",
                "smtp",
                old ? "-cipher" : "-ciphersuites",
                opensslName(session.cipher()));
    }

    /// `ECDHE-RSA-AES128-GCM-SHA256` for `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`; TLS 1.3 suites have one name.
    private static String opensslName(String cipher) {
        return cipher.contains("_WITH_")
                ? cipher.substring("TLS_".length())
                        .replace("_WITH_", "-")
                        .replaceAll("AES_(\\d+)", "AES$1")
                        .replace("_POLY1305_SHA256", "_POLY1305")
                        .replace('_', '-')
                : cipher;
    }
}
