package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.TlsTraits;

class SessionTraitsTest {
    private static final String HOST = "mx.example.nl";
    private static final Identity ROOT = Pki.root("traits root");
    private static final Identity LEAF = ROOT.issue(Form.server(HOST));

    @ParameterizedTest
    @CsvSource({"TLSv1.3, YES, NO", "TLSv1.2, YES, NO", "TLSv1.1, NO, YES", "TLSv1, NO, YES", "SSLv3, NO, YES"})
    void whatIsBeforeTls12IsOld(String version, Finding tls12, Finding legacyOnly) {
        TlsTraits traits = traits(Seen.tls(version, LEAF), LEAF);

        assertThat(traits.tls12()).isEqualTo(tls12);
        assertThat(traits.legacyOnly()).isEqualTo(legacyOnly);
        assertThat(traits.someTls()).isEqualTo(Finding.YES);
    }

    @Test
    void aCertificateIsSelfSignedWhereItsOwnKeyHasSignedIt() {
        Identity own = Pki.selfSigned(Form.server(HOST));
        // Its issuer bears its name, and has signed with another key.
        Identity namesake = Pki.root("namesake").issue(Form.server(HOST).named("namesake"));

        assertThat(of(own, TlsTraits::selfSigned)).isEqualTo(Finding.YES);
        assertThat(of(LEAF, TlsTraits::selfSigned)).isEqualTo(Finding.NO);
        assertThat(of(namesake, TlsTraits::selfSigned)).isEqualTo(Finding.NO);
    }

    @Test
    void theCommonNameCountsForDaneWhereThereIsNoOther() {
        assertThat(of(ROOT.issue(Form.server().named(HOST)), TlsTraits::daneName))
                .isEqualTo(Finding.YES);
        assertThat(of(ROOT.issue(Form.server("elsewhere.example").named(HOST)), TlsTraits::daneName))
                .isEqualTo(Finding.NO);
        assertThat(of(LEAF, TlsTraits::daneName)).isEqualTo(Finding.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "P13DT23H59M, YES, YES",
        "P14D, NO, YES",
        "P29DT23H59M, NO, YES",
        "P30D, NO, NO",
        "P90D, NO, NO",
        "P-1D, YES, YES"
    })
    void aCertificateEndsSoonOrHasEnded(Duration left, Finding soon, Finding thisMonth) {
        Instant end = Pki.NOW.plus(left);
        Identity leaf = ROOT.issue(Form.server(HOST).valid(end.minus(Duration.ofDays(90)), end));

        assertThat(of(leaf, TlsTraits::expiresSoon)).isEqualTo(soon);
        assertThat(of(leaf, TlsTraits::expiresThisMonth)).isEqualTo(thisMonth);
    }

    @Test
    void aKeyIsOfOneTypeOrOfNeither() {
        Identity rsa = ROOT.issue(Form.server(HOST).rsa(2048));

        assertThat(of(LEAF, TlsTraits::ecKey)).isEqualTo(Finding.YES);
        assertThat(of(LEAF, TlsTraits::rsaKey)).isEqualTo(Finding.NO);
        assertThat(of(rsa, TlsTraits::rsaKey)).isEqualTo(Finding.YES);
        assertThat(of(rsa, TlsTraits::ecKey)).isEqualTo(Finding.NO);
    }

    @Test
    void requiretlsIsAKeywordOfTheReplyAfterTls() {
        assertThat(requiretls("mx", "PIPELINING", "requireTLS")).isEqualTo(Finding.YES);
        assertThat(requiretls("mx", "REQUIRETLS2")).isEqualTo(Finding.NO);
        assertThat(requiretls("mx")).isEqualTo(Finding.NO);
        assertThat(requiretls("")).isEqualTo(Finding.UNMEASURED);
    }

    @Test
    void ofACertificateThatIsLostNothingIsTold() {
        TlsTraits traits = traits(Seen.tls(LEAF));

        assertThat(traits.tls12()).isEqualTo(Finding.YES);
        assertThat(Stream.of(
                        traits.selfSigned(),
                        traits.daneName(),
                        traits.expiresSoon(),
                        traits.expiresThisMonth(),
                        traits.rsaKey(),
                        traits.ecKey()))
                .containsOnly(Finding.UNMEASURED);
    }

    @Test
    void overSeveralSomeQuestionsAskForOneAndSomeForAll() {
        TlsTraits modern = traits(Seen.tls(LEAF), LEAF);
        Identity own = Pki.selfSigned(Form.server("elsewhere.example").rsa(2048));
        TlsTraits old = traits(Seen.tls("TLSv1", own), own);

        TlsTraits both = TlsTraits.over(List.of(modern, old, TlsTraits.WITHOUT_TLS, TlsTraits.NONE));

        assertThat(both.someTls()).isEqualTo(Finding.YES);
        assertThat(both.tls12()).isEqualTo(Finding.NO);
        assertThat(both.legacyOnly()).isEqualTo(Finding.NO);
        assertThat(both.selfSigned()).isEqualTo(Finding.YES);
        assertThat(both.daneName()).isEqualTo(Finding.NO);
        assertThat(both.rsaKey()).isEqualTo(Finding.YES);
        assertThat(both.ecKey()).isEqualTo(Finding.YES);
        assertThat(TlsTraits.over(List.of(old, TlsTraits.UNMEASURED)).legacyOnly())
                .isEqualTo(Finding.UNMEASURED);
        assertThat(TlsTraits.over(List.of(modern, TlsTraits.UNMEASURED)).legacyOnly())
                .isEqualTo(Finding.NO);
        assertThat(TlsTraits.over(List.of())).isEqualTo(TlsTraits.NONE);
    }

    private static Finding of(Identity leaf, Function<TlsTraits, Finding> trait) {
        return trait.apply(traits(Seen.tls(leaf), leaf));
    }

    private static Finding requiretls(String name, String... extensions) {
        SmtpDialogue dialogue = new SmtpDialogue("", "", List.of("STARTTLS"), name, List.of(extensions), "");
        return traits(SmtpObservation.first(HOST, Seen.IP4, Pki.NOW, HOST, Seen.tls(LEAF), dialogue, 1, 1, 2), LEAF)
                .requiretls();
    }

    private static TlsTraits traits(SmtpOutcome outcome, Identity... stored) {
        return traits(Seen.smtp(HOST, Seen.IP4, outcome), stored);
    }

    private static TlsTraits traits(SmtpObservation seen, Identity... stored) {
        return new Judge(TestCrawl.roots(ROOT), TestCrawl.PROVIDERS, Reach.BOTH, Previous.NONE)
                .judgeHost(
                        Seen.host(HOST, Security.INSECURE, new TlsaOutcome.Absent(Security.INSECURE)),
                        List.of(seen),
                        Certificates.of(
                                Stream.of(stored).map(Identity::observed).toList()))
                .summary()
                .tlsTraits();
    }
}
