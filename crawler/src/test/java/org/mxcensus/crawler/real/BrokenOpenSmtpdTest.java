package org.mxcensus.crawler.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.ledger.Daemon;

/// Given a server as it is out there, which offers STARTTLS and fails at every handshake, all see the same failure.
@Tag("full")
@ExtendWith(Leaks.class)
class BrokenOpenSmtpdTest {

    @TempDir
    private static Path folder;

    private static Daemon server;
    private static Prober prober;

    @BeforeAll
    static void start() {
        server = new OpenSmtpd(folder, OpenSmtpd.BROKEN).start();
        prober = new Prober();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            prober.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ECDSA", "RSA"})
    void allAreToldOfAnInternalError(Setup setup) throws Exception {
        InetSocketAddress address = MailServer.at(server.address(), setup);

        SmtpObservation seen = prober.probe(address);

        assertThat(seen.outcome()).isInstanceOfSatisfying(SmtpOutcome.HandshakeFailed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(HandshakeFailure.ALERT);
            assertThat(failed.alert()).isEqualTo(Optional.of("internal_error"));
        });
        assertThat(seen.dialogue().extensions()).contains("STARTTLS");
        assertThat(OpensslClient.installed().askStartTls(address, List.of())).contains("SSL alert number 80");
        PosttlsFinger other = PosttlsFinger.see(folder, address);
        assertThat(other.printed()).contains("SSL alert number 80");
        assertThat(seen.dialogue().banner()).isEqualTo(other.banner());
        assertThat(seen.dialogue().extensions()).isEqualTo(other.extensions());
    }
}
