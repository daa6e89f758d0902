package org.mxcensus.crawler.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.OpenSsl;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.crawler.tls.Leaks;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;

/// Given real mail servers in every setup, the probe records of each what other people's clients report.
@Tag("full")
@ExtendWith(Leaks.class)
class EverySessionTest {

    /// Those of TLS 1.2 and before, in the order in which our client offers them.
    private static final List<String> SUITES = OpenSsl.availableOpenSslCipherSuites().stream()
            .filter(suite -> !suite.startsWith("TLS_"))
            .toList();

    @TempDir
    private static Path folder;

    private static Panel panel;

    @BeforeAll
    static void start() throws InterruptedException {
        panel = Panel.start(folder);
    }

    @AfterAll
    static void stop() {
        if (panel != null) {
            panel.close();
        }
    }

    static Stream<Arguments> withStartTls() {
        return Panel.servers(Setup::startTls);
    }

    static Stream<Arguments> withoutStartTls() {
        return Panel.servers(setup -> !setup.startTls());
    }

    static Stream<Arguments> all() {
        return Panel.servers(setup -> true);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("withStartTls")
    void theSessionIsTheOneThatOpensslSees(Software software, Setup setup) throws Exception {
        Seen ours = session(panel.probe(software, setup));

        assertThat(ours.version()).isEqualTo(setup.best());
        assertThat(ours.chain()).isEqualTo(setup.keys().shown());
        assertThat(ours)
                .isEqualTo(
                        panel.openssl().seeStartTls(panel.at(software, setup), OpensslClient.offeringAsWeDo(SUITES)));
        if (software == Software.POSTFIX_OF_TRIXIE && setup.best().equals("TLSv1.3")) {
            assertThat(ours.group()).isEqualTo("X25519MLKEM768");
        }
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("withStartTls")
    void theSessionIsTheOneThatPosttlsFingerSees(Software software, Setup setup) throws Exception {
        Seen theirs = PosttlsFinger.see(folder, panel.at(software, setup)).session();
        Seen ours = session(panel.probe(software, setup));

        assertThat(ours.chain()).isEqualTo(theirs.chain());
        assertThat(ours.version()).isEqualTo(theirs.version());
        if (theirs.version().equals("TLSv1.3")) {
            // Of older versions it does not tell these.
            assertThat(ours.signature()).isEqualTo(theirs.signature());
            // Debian 12's OpenSSL knows no post-quantum group.
            assertThat(theirs.group()).isEqualTo("X25519");
            assertThat(ours.group())
                    .isEqualTo(software == Software.POSTFIX_OF_TRIXIE ? "X25519MLKEM768" : theirs.group());
        }
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("all")
    void theDialogueIsTheOneThatPosttlsFingerHas(Software software, Setup setup) throws Exception {
        SmtpDialogue ours = panel.probe(software, setup).dialogue();
        PosttlsFinger theirs = PosttlsFinger.see(folder, panel.at(software, setup));

        assertThat(ours.banner()).isNotEmpty().isEqualTo(theirs.banner());
        assertThat(ours.ehloName()).isEqualTo(Keys.HOST).isEqualTo(theirs.ehloName());
        assertThat(ours.extensions()).isNotEmpty().isEqualTo(theirs.extensions());
        assertThat(ours.extensionsAfterTls()).isEqualTo(theirs.extensionsAfterTls());
        assertThat(ours.extensions().contains("STARTTLS")).isEqualTo(setup.startTls());
        assertThat(ours.extensionsAfterTls()).doesNotContain("STARTTLS");
        assertThat(ours.extensionsAfterTls().isEmpty()).isEqualTo(!setup.startTls());
        assertThat(ours.plaintext()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutStartTls")
    void whoHasNoStartTlsOffersNone(Software software, Setup setup) throws Exception {
        assertThat(panel.probe(software, setup).outcome()).isEqualTo(new SmtpOutcome.StartTlsNotOffered());
    }

    private static Seen session(SmtpObservation observation) {
        assertThat(observation.outcome()).isInstanceOf(SmtpOutcome.TlsEstablished.class);
        return Seen.by(((SmtpOutcome.TlsEstablished) observation.outcome()).session());
    }
}
