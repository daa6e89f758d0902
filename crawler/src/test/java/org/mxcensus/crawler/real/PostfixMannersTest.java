package org.mxcensus.crawler.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.pace.Reception;
import org.mxcensus.crawler.smtp.RetryRule;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.ledger.Daemon;

/// Given a Postfix that guards itself, the probe waits where it is made to wait, and is told off only where it is
/// really too much.
@Tag("full")
@ExtendWith(Leaks.class)
class PostfixMannersTest {

    @TempDir
    private static Path folder;

    private static Daemon postfix;
    private static Prober prober;

    @BeforeAll
    static void start() {
        postfix = PostfixHome.installed(folder)
                .start(PostfixMannersTest::services, first -> MailServer.listens(first, Set.of(Setup.ECDSA)));
        prober = new Prober();
    }

    /// One that minds nothing, one that takes a single call a minute, and one behind postscreen.
    private static Map<InetSocketAddress, String> services(InetSocketAddress first) {
        return Map.of(
                first,
                "- n - - smtpd",
                strict(first),
                "- n - - smtpd -o smtpd_client_connection_rate_limit=1 -o smtpd_client_event_limit_exceptions=",
                screened(first),
                "- n - 1 postscreen -o postscreen_access_list= -o postscreen_greet_wait=2s"
                        + " -o postscreen_greet_banner=wait-and-see -o postscreen_greet_action=enforce");
    }

    private static InetSocketAddress strict(InetSocketAddress first) {
        return new InetSocketAddress(first.getAddress(), first.getPort() + 1);
    }

    private static InetSocketAddress screened(InetSocketAddress first) {
        return new InetSocketAddress(first.getAddress(), first.getPort() + 2);
    }

    @AfterAll
    static void stop() {
        if (postfix != null) {
            postfix.close();
            prober.close();
        }
    }

    @Test
    void oneCallTooManyIsADeferralWithASecondTry() throws Exception {
        SmtpObservation first = prober.probe(strict(postfix.address()));
        SmtpObservation second = prober.probe(strict(postfix.address()));

        assertThat(first.outcome()).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        assertThat(second.outcome()).isInstanceOfSatisfying(SmtpOutcome.Deferred.class, deferred -> {
            assertThat(deferred.reply().code()).isEqualTo(421);
            assertThat(deferred.reply().text()).contains("too many connections");
        });
        // The pace hears of it, and there is a time to come back.
        assertThat(Reception.of(second.outcome())).isEqualTo(Reception.LATER);
        assertThat(RetryRule.USUAL.applied(second).notBefore())
                .isEqualTo(Optional.of(second.observedAt().plus(Duration.ofMinutes(15))));
        assertThat(RetryRule.USUAL.applied(first).notBefore()).isEmpty();
    }

    @Test
    void whoIsMadeToWaitForTheGreetingWaits() throws Exception {
        SmtpObservation seen = prober.probe(screened(postfix.address()));

        assertThat(seen.outcome()).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        assertThat(seen.dialogue().banner()).isEqualTo("wait-and-see\n" + Keys.HOST + " ESMTP Postfix");
        assertThat(log())
                .contains("/postscreen", "PASS NEW [127.0.0.1]")
                .doesNotContain("PREGREET", "HANGUP", "COMMAND");
    }

    @Test
    void postfixHasNothingToComplainOf() throws Exception {
        prober.probe(postfix.address());

        assertThat(log())
                .contains("disconnect from unknown[127.0.0.1] ehlo=2 starttls=1 quit=1 commands=4")
                .doesNotContain("improper command pipelining", "lost connection after STARTTLS", "SSL_accept");
    }

    private static String log() throws IOException {
        return Files.readString(folder.resolve("postfix.log"));
    }
}
