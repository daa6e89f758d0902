package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.schema.ChainStatus;
import org.mxcensus.datasets.schema.TlsFlaw;
import org.mxcensus.datasets.schema.TrustFault;

/// What is remembered of a chain is what would be found again.
class ChainsTest {
    private static final Instant BEGIN = Pki.NOW.minus(Duration.ofDays(1));
    private static final Instant END = Pki.NOW.plus(Duration.ofDays(1));
    private static final Identity ROOT = Pki.root("root of chains");
    private static final Identity LEAF = ROOT.issue(Form.server("mx.example.nl").valid(BEGIN, END));
    private static final List<String> SENT = List.of(LEAF.sha256());
    private static final Certificates STORED = Certificates.of(List.of(LEAF.observed()));
    private static final Certificates NOTHING = Certificates.of(List.of());

    private final Chains chains = new Chains(TestCrawl.roots(ROOT));

    @Test
    void aVerdictTurnsWhereTheCertificateBeginsAndEndsInWhateverOrderItIsAsked() {
        for (Instant at : List.of(Pki.NOW, BEGIN.minusSeconds(1), END.plusSeconds(1), BEGIN, END, Pki.NOW)) {
            assertThat(chains.judge(SENT, STORED, at).trust())
                    .as("%s", at)
                    .isEqualTo(new Chains(TestCrawl.roots(ROOT))
                            .judge(SENT, STORED, at)
                            .trust());
        }
        assertThat(chains.judge(SENT, STORED, BEGIN.minusSeconds(1)).trust())
                .isEqualTo(new Trust.Untrusted(TrustFault.NOT_YET_VALID));
        assertThat(chains.judge(SENT, STORED, END.plusSeconds(1)).trust())
                .isEqualTo(new Trust.Untrusted(TrustFault.EXPIRED));
    }

    @Test
    void aVerdictHoldsBetweenTheTurnsOfItsCertificates() {
        Chains.Judged judged = chains.judge(SENT, STORED, Pki.NOW);

        assertThat(judged.after()).isEqualTo(BEGIN);
        assertThat(judged.before()).isEqualTo(END);
        assertThat(judged.holds(Pki.NOW)).isTrue();
        assertThat(judged.holds(BEGIN)).isFalse();
        assertThat(judged.holds(END)).isFalse();
    }

    @Test
    void atTheTurnItselfAVerdictHoldsForNoOtherMoment() {
        Chains.Judged judged = chains.judge(SENT, STORED, END);

        assertThat(judged.after()).isEqualTo(END);
        assertThat(judged.before()).isEqualTo(END);
    }

    @Test
    void aChainThatIsKnownIsNotReadAgain() {
        Chains.Judged judged = chains.judge(SENT, STORED, Pki.NOW);

        assertThat(chains.judge(SENT, NOTHING, Pki.NOW.plusSeconds(1))).isSameAs(judged);
        assertThat(chains.judge(SENT, NOTHING, END.plusSeconds(1)).chain()).isEqualTo(judged.chain());
    }

    @Test
    void aChainThatWasLostIsLookedForAgain() {
        assertThat(chains.judge(SENT, NOTHING, Pki.NOW).status()).isEqualTo(ChainStatus.UNMEASURED);
        assertThat(chains.judge(SENT, STORED, Pki.NOW).status()).isEqualTo(ChainStatus.COMPLETE);
    }

    @Test
    void aKeyThatTheLibraryRefusesIsToldAllTheSame() {
        Identity leaf = ROOT.issue(Form.server("mx.example.nl").rsa(384));

        Chains.Judged judged = chains.judge(List.of(leaf.sha256()), Certificates.of(List.of(leaf.observed())), Pki.NOW);

        assertThat(judged.chain()).isInstanceOf(Chain.Malformed.class);
        assertThat(judged.flaws()).isEqualTo(Set.of(TlsFlaw.SHORT_RSA_KEY));
    }
}
