package org.mxcensus.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SecondLook.Purpose;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;

/// Given this row, these words.
class DialogueTextTest {

    private static final DialogueText TEXT = new DialogueText(new Findings(Style.PLAIN));
    private static final SmtpOutcome ALERT =
            new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("handshake_failure"), "");

    @Test
    void thePostQuantumGroupIsPointedOut() {
        assertThat(TEXT.outcome(row(tls("aa"), "")))
                .isEqualTo("TLSv1.3, TLS_AES_128_GCM_SHA256, X25519MLKEM768 (post-quantum), rsa_pss_rsae_sha256");
    }

    @Test
    void anAlertIsNamed() {
        assertThat(TEXT.outcome(row(ALERT, ""))).isEqualTo("handshake failed: alert handshake_failure");
    }

    @Test
    void plainTextAfterStartTlsIsPointedOutWithoutItsControlCharacters() {
        assertThat(TEXT.remarks(row(tls("aa"), "250 \u001b[2Jinjected\r\n")))
                .containsExactly("offers REQUIRETLS", "plain text after STARTTLS, before TLS  250  [2Jinjected");
    }

    @Test
    void oldTlsIsToldFromBrokenTls() {
        assertThat(remark(ALERT, Purpose.OLD_TLS, tls("aa"))).startsWith("a client of old TLS gets through: TLSv1.3");
        assertThat(remark(ALERT, Purpose.OLD_TLS, ALERT))
                .isEqualTo("a client of old TLS fails too: alert handshake_failure");
    }

    @Test
    void theOtherKeyIsThereOrNotOrUntold() {
        assertThat(remark(tls("aa"), Purpose.OTHER_KEY, tls("bb")))
                .isEqualTo("has a certificate of the other key type too");
        assertThat(remark(tls("aa"), Purpose.OTHER_KEY, ALERT))
                .isEqualTo("shows no certificate of the other key type: alert handshake_failure");
        assertThat(remark(tls("aa"), Purpose.OTHER_KEY, new SmtpOutcome.NotAttempted(Abstention.BUDGET)))
                .isEqualTo("the other key type: could not tell, not attempted: budget");
    }

    @Test
    void whatDiffersWithoutAServerNameIsSaid() {
        assertThat(remark(tls("aa"), Purpose.WITHOUT_SNI, tls("aa")))
                .isEqualTo("shows the same certificates where no server is named");
        assertThat(remark(tls("aa"), Purpose.WITHOUT_SNI, tls("bb")))
                .isEqualTo("shows other certificates where no server is named");
    }

    private static String remark(SmtpOutcome first, Purpose purpose, SmtpOutcome then) {
        return TEXT.remarks(row(first, "", new SecondLook(purpose, then))).getLast();
    }

    private static SmtpOutcome tls(String certificate) {
        return new SmtpOutcome.TlsEstablished(new TlsSession(
                "TLSv1.3",
                "TLS_AES_128_GCM_SHA256",
                Optional.of("X25519MLKEM768"),
                Optional.of("rsa_pss_rsae_sha256"),
                List.of(certificate)));
    }

    private static SmtpRow row(SmtpOutcome outcome, String plaintext, SecondLook... looks) {
        SmtpDialogue said =
                new SmtpDialogue("hi", "mx", List.of("STARTTLS"), "mx", List.of("SIZE 1000", "REQUIRETLS"), plaintext);
        return SmtpMapping.toRow(SmtpObservation.first(
                        "mx.example.net", "192.0.2.1", Instant.EPOCH, "mx.example.net", outcome, said, 1, 1, 1)
                .lookedAtAgain(List.of(looks)));
    }
}
