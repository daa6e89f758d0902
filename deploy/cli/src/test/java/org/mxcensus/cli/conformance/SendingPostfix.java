package org.mxcensus.cli.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// A Postfix that sends with `smtp_tls_security_level = dane`.
record SendingPostfix(Daemon daemon, Path log) implements AutoCloseable {

    private static final int PORT = 10_025;

    /// All deliveries of a suite take some seconds; more than this is a fault of the stage.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// A younger message waits where a handshake fails that is not required.
    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private static final String MASTER = """
            127.0.0.1:%d inet n - n - 1 smtpd
            postlog unix-dgram n - n - 1 postlogd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            smtp unix - - n - 8 smtp
            error unix - - n - - error
            retry unix - - n - - error
            anvil unix - - n - 1 anvil
            """.formatted(PORT);

    static SendingPostfix start(Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("postfix"));
        Path conf = Files.createDirectory(home.resolve("conf"));
        Files.createDirectory(home.resolve("queue"));
        Path data = Files.createDirectory(home.resolve("data"));
        // Postfix' own users come by here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setOwner(
                data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        Files.writeString(conf.resolve("main.cf"), main(home));
        Files.writeString(conf.resolve("master.cf"), MASTER);
        Path log = folder.resolve("postfix.log");
        return new SendingPostfix(
                Daemon.start(
                        log,
                        List.of(PORT),
                        List.of(RealServer.require("postfix").toString(), "-c", conf.toString(), "start-fg")),
                log);
    }

    private static String main(Path home) {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = /dev/stdout
                myhostname = sender.invalid
                mydestination =
                inet_interfaces = all
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                alias_maps =
                smtpd_peername_lookup = no
                smtpd_recipient_limit = 10000
                # The question of these tests.
                smtp_tls_security_level = dane
                smtp_dns_support_level = dnssec
                smtp_host_lookup = dns
                dnssec_probe =
                smtp_tls_loglevel = 1
                smtp_connection_cache_on_demand = no
                # None is tried again while we look, and a message of this age is old enough for plaintext after a handshake that failed.
                queue_run_delay = 1h
                minimal_backoff_time = %2$ds
                """.formatted(home, BACKOFF.toSeconds());
    }

    /// Sends one message to all domains.
    ///
    /// Returns once each has its status in the log.
    void send(Set<String> domains) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
            expect(in, "220");
            command(out, in, "HELO sender.invalid", "250");
            command(out, in, "MAIL FROM:<>", "250");
            Instant old = Instant.now().plus(BACKOFF.multipliedBy(2));
            for (String domain : domains) {
                command(out, in, "RCPT TO:<someone@" + domain + ">", "250");
            }
            Awaitility.await().until(() -> Instant.now().isAfter(old));
            command(out, in, "DATA", "354");
            command(out, in, "Subject: a trial\r\n\r\nNothing.\r\n.", "250");
            command(out, in, "QUIT", "221");
        }
        Awaitility.await().atMost(PATIENCE).until(() -> settled().containsAll(domains));
    }

    private Set<String> settled() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" status="))
                .map(line -> line.replaceFirst(".* to=<someone@([^>]*)>.*", "$1"))
                .collect(Collectors.toSet());
    }

    private static void command(Writer out, BufferedReader in, String line, String code) throws IOException {
        out.write(line + "\r\n");
        out.flush();
        expect(in, code);
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        String reply = in.readLine();
        if (reply == null || !reply.startsWith(code)) {
            throw new IllegalStateException("Postfix said " + reply + " instead of " + code);
        }
    }

    @Override
    public void close() {
        daemon.close();
    }
}
